[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Counter
    {
        public BpfSpinLock Lock;
        public ulong Total, Runs;
    }

    readonly ArrayMap<Counter> counters = new(2);

    public override void Running(TaskStruct p)
    {
        ref Counter counter = ref counters[0];
        ref var value = ref counters[1];
        using (counter.Lock.EnterScope())
        {
            counter.Runs++;
            if (counter.Runs > 10)
                counter.Total += value.Total;
        }
    }
}
