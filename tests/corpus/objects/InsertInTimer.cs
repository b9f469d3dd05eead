[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Tick
    {
        public BpfTimer Timer;
        public ulong Count;
    }

    readonly ArrayMap<Tick> ticks = new(1);

    public override int Init() => ticks[0].Timer.Init(ticks, OnTick);

    void OnTick(in uint index, ref Tick tick)
    {
        tick.Count++;
        DsqMoveToLocal(1); //~ SCX4001
    }
}
