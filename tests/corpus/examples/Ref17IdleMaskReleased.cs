[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        OwnedIdleCpumask idle = GetIdleCpumask();
        bool any = !CpumaskEmpty(idle);
        idle.Dispose();
        return any ? prevCpu : TaskCpu(p);
    }
}
