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
        ref Guarded b = ref values[1];
        ResilientSpinLockScope first = a.Lock.EnterScope();
        if (!first.IsHeld) return;
        ResilientSpinLockScope second = b.Lock.EnterScope();
        if (!second.IsHeld)
        {
            first.Dispose();
            return;
        }
        b.A += a.A;
        first.Dispose(); //~ SCX3103
        second.Dispose();
    }
}
