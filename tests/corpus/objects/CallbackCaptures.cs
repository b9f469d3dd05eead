[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Tick
    {
        public BpfTimer Timer;
        public ulong Count;
    }

    readonly ArrayMap<Tick> ticks = new(1);

    public override int Init()
    {
        ulong step = 2;
        return ticks[0].Timer.Init(ticks, (in uint index, ref Tick tick) => tick.Count += step); //~ SCX1034
    }
}
