[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded
    {
        public BpfSpinLock Lock;
        public ulong A, B;
    }

    readonly ArrayMap<Guarded> values = new(4);

    BpfSpinLockScope Take(ref Guarded v) => v.Lock.EnterScope();

    public override void Running(TaskStruct p)
    {
        ref Guarded v = ref values[0];
        using (Take(ref v))
            v.A++;
    }
}
