/// <summary>An entry that was found on every way is not looked up again; what the kernel never hands over as null is not compared with it.</summary>
[SchedExtOps("lookups")]
public sealed class Lookups : Scheduler
{
    struct Counters
    {
        public ulong Total, Local, Other;
    }

    readonly PerCpuArray<Counters> counters = new(2);
    readonly HashMap<int, ulong> seen = new(16);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        counters[0].Total++;
        if (p.NrCpusAllowed == 1)
        {
            counters[0].Local++;
            counters[1].Local++;
        }
        counters[1].Other++;
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }

    public override void Running(TaskStruct p)
    {
        for (int i = 0; i < p.NrCpusAllowed; i++)
            counters[0].Total++;
        counters[0].Local++;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        if (seen.Find(1) is { } first)
            first.Value++;
        if (seen.Find(1) is { } again)
            again.Value++;
    }

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        using CgroupReference cgroup = TaskCgroup(p);
        if (cgroup.Level > 1 && Kernel.Has(EnqFlags.Rescue))
            counters[0].Other++;
    }
}
