[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Times
    {
        public ulong First, Last;
    }

    struct Guarded
    {
        public BpfSpinLock Lock;
        public int Count;
        public Times Times;

        public readonly ulong Sum() => Times.First + Times.Last;
    }

    readonly ArrayMap<Guarded> guarded = new(2);
    readonly HashMap<int, Guarded> others = new(4);
    ulong sum;

    [NoInline]
    static ulong Sum(Guarded value) => value.Times.Last + (ulong)value.Count;

    public override void Running(TaskStruct p)
    {
        Guarded copy = guarded[0];
        copy.Count++;
        others.Update(p.Pid, copy);
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        sum += Sum(guarded[1]) + guarded[0].Sum();
        ref Guarded value = ref guarded[1];
        using (value.Lock.EnterScope())
            value.Times = default;
    }
}
