// An interface's own methods, for the structs that have none.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    interface ICost
    {
        ulong Base { get; }

        ulong Scaled => Base * Factor();

        ulong Factor() => 4;
    }

    readonly struct Running(ulong ns) : ICost
    {
        public ulong Base => ns;
    }

    readonly struct Waking(ulong ns) : ICost
    {
        public ulong Base => ns / 2;

        public ulong Factor() => 1;
    }

    ulong total;

    public override void Stopping(TaskStruct p, bool runnable)
    {
        Charge(new Running(p.Scx.Slice));
        Charge(new Waking(p.Scx.Slice));
    }

    void Charge<TCost>(TCost cost) where TCost : struct, ICost => total += cost.Scaled;
}
