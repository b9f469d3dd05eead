[SchedExtOps("cpus")]
public sealed class Cpus : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p)
    {
        foreach (int cpu in p.CpusPtr)
            total += (ulong)cpu;
        using CpumaskReference online = GetOnlineCpumask();
        foreach (int cpu in online)
        {
            if (cpu == 3)
                return;
            total++;
        }
        foreach (int cpu in FirstHalf(online))
            total += (ulong)cpu;
    }

    // The caller's loop has the iterator's state.
    static CpuIterator FirstHalf(Cpumask mask)
    {
        uint all = NrCpuIds();
        return mask.Cpus(all / 2);
    }
}

[SchedExtOps("cids")]
public sealed class Cids : CidScheduler
{
    ulong total;

    public override void SetCmask(TaskStruct p, ArenaPointer<ulong> cmask)
    {
        foreach (int cid in new Cmask(cmask))
            total += (ulong)cid;
    }
}
