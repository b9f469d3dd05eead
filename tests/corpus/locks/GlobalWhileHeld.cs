[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded
    {
        public BpfSpinLock Lock;
        public ulong A, B;
    }

    readonly ArrayMap<Guarded> values = new(4);

    [Global]
    static ulong Twice(ulong n) => n * 2;

    public override void Tick(TaskStruct p)
    {
        ref Guarded v = ref values[0];
        using (v.Lock.EnterScope())
            v.A = Twice(v.B); //~ SCX3105
    }
}
