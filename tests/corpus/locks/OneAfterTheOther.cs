[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded
    {
        public BpfSpinLock Lock;
        public ulong A, B;
    }

    readonly ArrayMap<Guarded> values = new(4);

    public override void Running(TaskStruct p)
    {
        ref Guarded a = ref values[0];
        ref Guarded b = ref values[1];
        ulong read;
        using (a.Lock.EnterScope())
            read = a.A;
        using (b.Lock.EnterScope())
            b.B += read;
    }
}
