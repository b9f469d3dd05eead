[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded
    {
        public ResilientSpinLock Lock;
        public ulong A;
    }

    readonly ArrayMap<Guarded> values = new(4);

    public override void Running(TaskStruct p)
    {
        ref Guarded a = ref values[0];
        using (a.Lock.EnterScope())
            a.A++;
    }
}
