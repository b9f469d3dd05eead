[SchedExtOps("t", Flags = OpsFlags.BuiltinIdlePerNode)]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = PickAnyCpu(p.CpusPtr); //~ SCX7016
        return cpu >= 0 ? cpu : prevCpu;
    }
}
