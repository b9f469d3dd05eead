[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded
    {
        public BpfSpinLock Lock;
        public ulong A, B;
    }

    readonly ArrayMap<Guarded> values = new(4);

    void Add(ref Guarded v, ulong n)
    {
        var scope = v.Lock.EnterScope();
        if (n == 0)
            return; //~ SCX3101
        v.A += n;
        scope.Dispose();
    }

    public override void Running(TaskStruct p) => Add(ref values[0], p.Scx.Slice);
}
