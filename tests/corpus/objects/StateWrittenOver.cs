[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded
    {
        public BpfSpinLock Lock;
        public ulong Count;
    }

    struct Owner
    {
        public CpumaskKptr Mask;
        public ulong Count;
    }

    struct Outer
    {
        public Guarded Inner;
        public ulong Count;
    }

    readonly ArrayMap<Guarded> guarded = new(2);
    readonly HashMap<int, Owner> owners = new(2);
    readonly ArrayMap<Outer> outers = new(1);

    public override void Running(TaskStruct p) => guarded[0] = default; //~ SCX2028

    public override void Stopping(TaskStruct p, bool runnable)
    {
        ref Guarded value = ref guarded[1];
        value = new() { Count = 3 }; //~ SCX2028
    }

    public override void Tick(TaskStruct p)
    {
        if (owners.Find(p.Pid) is { } owner)
            owner.Value.Mask = default; //~ SCX2028
    }

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags) => outers[0].Inner = guarded[0]; //~ SCX2028
}
