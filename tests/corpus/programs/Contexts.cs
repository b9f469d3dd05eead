[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [SyscallProgram] int Create() => CreateDsq(1);

    [SyscallProgram] void Move() => DsqMoveToLocal(1); //~ SCX4001

    [TracepointBtf("sched_switch")]
    void OnSwitch(bool preempt, TaskStruct prev, TaskStruct next)
    {
        DsqInsert(next, Dsq.Global, Slice.Default); //~ SCX4001
        KickCpu(0, KickFlags.Idle);
        Helper(); //~ SCX4001
        if (TaskCpu(prev) == 3)
            CreateDsq(2); //~ SCX4001
    }

    static void Helper() => DsqMoveToLocal(1);
}
