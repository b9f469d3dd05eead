[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = PickIdleCpu(p.CpusPtr);
        if (cpu == -16)
            return prevCpu;
        return cpu; //~ SCX7008
    }
}
