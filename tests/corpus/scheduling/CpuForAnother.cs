[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        using TaskReference? init = TaskFromPid(1);
        if (init is null)
            return prevCpu;
        int cpu = SelectCpuAnd(init, prevCpu, wakeFlags, p.CpusPtr); //~ SCX7019
        return cpu >= 0 ? cpu : prevCpu;
    }
}
