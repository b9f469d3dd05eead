[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public struct Request { public int Pid; public uint Weight; public ulong Result; }

    readonly TaskStorage<ulong> vtimes = new();

    [SyscallProgram]
    int Ask(ref Request request)
    {
        using TaskReference? p = TaskFromPid(request.Pid);
        if (p is null)
            return -3;
        if (vtimes.Find(p) is { } vtime)
            request.Result = vtime.Value;
        request.Weight = p.Scx.Weight;
        using var section = Rcu.Read();
        foreach (TaskStruct other in Tasks(TaskIteration.Processes))
        {
            if (other.Pid == request.Pid)
                request.Result++;
        }
        return 0;
    }

    [TracepointBtf("sched_switch")]
    void OnSwitch(bool preempt, TaskStruct prev, TaskStruct next)
    {
        if (vtimes.GetOrCreate(next) is { } vtime)
            vtime.Value += prev.Scx.Weight;
    }
}
