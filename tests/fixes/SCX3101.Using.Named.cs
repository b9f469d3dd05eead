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
        ref Counter counter = ref counters[0];
        var held = counter.Lock.EnterScope();
        if (!held.IsHeld)
            return;
        if (counter.Total > 10)
            return;
        counter.Total++;
        held.Dispose();
        runs++;
    }
}
