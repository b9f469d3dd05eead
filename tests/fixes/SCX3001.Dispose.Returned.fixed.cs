[SchedExtOps("t")]
public sealed class T : Scheduler
{
    BpfCpumaskReference? Allowed(TaskStruct p, Cpumask cpus)
    {
        BpfCpumaskReference? mask = CreateCpumask();
        if (mask is null)
            return null;
        if (mask.And(p.CpusPtr, cpus))
            return mask;
        mask.Dispose();
        return null;
    }

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        using IdleCpumaskReference idle = GetIdleCpumask();
        using BpfCpumaskReference? allowed = Allowed(p, idle);
        if (allowed is null)
            return prevCpu;
        int cpu = PickIdleCpu(allowed);
        return cpu >= 0 ? cpu : prevCpu;
    }
}
