[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        IdleCpumaskReference idle = GetIdleCpumask();
        bool any = !idle.IsEmpty();
        idle.Dispose();
        return any ? prevCpu : TaskCpu(p);
    }
}
