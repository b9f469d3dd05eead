[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Tick
    {
        public BpfTimer Timer;
        public BpfWork Work;
        public BpfSpinLock Lock;
        public ulong Count;
    }

    readonly ArrayMap<Tick> ticks = new(1);
    readonly HashMap<int, ulong> counts = new(64);
    ulong seen;

    public override int Init()
    {
        int status = ticks[0].Timer.Init(ticks, OnTick);
        if (status != 0) return status;
        status = ticks[0].Work.Init(ticks, OnWork);
        return status != 0 ? status : ticks[0].Timer.Start(1_000_000);
    }

    void OnTick(in uint index, ref Tick tick)
    {
        Ref<ulong> count = counts.Find(1);
        count.Value++; //~ SCX2001
    }

    void OnWork(in uint index, ref Tick tick) => tick.Count++;
}
