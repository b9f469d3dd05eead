[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded
    {
        public BpfSpinLock Lock;
        public ulong A, B;
    }

    readonly ArrayMap<Guarded> values = new(4);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        ref Guarded v = ref values[0];
        using (v.Lock.EnterScope())
        {
            v.A += Slice.Default;
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags); //~ SCX3105
        }
    }
}
