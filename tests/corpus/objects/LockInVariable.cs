[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded
    {
        public BpfSpinLock Lock;
        public ulong Count;
    }

    readonly ArrayMap<Guarded> counters = new(1);

    public override void Running(TaskStruct p)
    {
        BpfSpinLock taken = counters[0].Lock; //~ SCX2028
        using (taken.EnterScope())
            counters[0].Count++;
    }
}
