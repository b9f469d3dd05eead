[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Counter
    {
        public BpfSpinLock Lock;
        public ulong Total, Runs;
    }

    readonly ArrayMap<Counter> counters = new(2);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        ref Counter counter = ref counters[0];
        using (counter.Lock.EnterScope())
        {
            counter.Total++;
            // The task goes where any CPU takes it.
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
        }
    }
}
