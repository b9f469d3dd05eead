[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Counter
    {
        public BpfSpinLock Lock;
        public ulong Total, Runs;
    }

    readonly ArrayMap<Counter> counters = new(2);
    ulong runs;

    public override void Running(TaskStruct p)
    {
        ref Counter counter = ref counters[0];
        using var held = counter.Lock.EnterScope();
        counter.Total++;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        ref Counter counter = ref counters[0];
        using var held = counter.Lock.EnterScope();
        counter.Total++;
    }
}
