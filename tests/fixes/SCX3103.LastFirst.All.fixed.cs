[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Counter
    {
        public ResilientSpinLock Lock;
        public ulong Total, Runs;
    }

    readonly ArrayMap<Counter> counters = new(2);
    ulong runs;

    public override void Running(TaskStruct p)
    {
        ref Counter a = ref counters[0];
        ref Counter b = ref counters[1];
        var first = a.Lock.EnterScope();
        if (!first.IsHeld)
            return;
        var second = b.Lock.EnterScope();
        if (!second.IsHeld)
        {
            first.Dispose();
            return;
        }
        a.Total += b.Total;
        second.Dispose();
        first.Dispose();
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        ref Counter a = ref counters[0];
        ref Counter b = ref counters[1];
        var first = a.Lock.EnterScope();
        if (!first.IsHeld)
            return;
        var second = b.Lock.EnterScope();
        if (!second.IsHeld)
        {
            first.Dispose();
            return;
        }
        a.Total += b.Total;
        second.Dispose();
        first.Dispose();
    }
}
