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
        ResilientSpinLockScope scope = a.Lock.EnterScope();
        if (!scope.IsHeld) return;
        a.A++;
        scope.Dispose();
    }
}
