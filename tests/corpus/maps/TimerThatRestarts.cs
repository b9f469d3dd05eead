[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Tick { public BpfTimer Timer; public ulong Count; }
    readonly HashMap<int, Tick> ticks = new(4);

    public override int Init()
    {
        ticks.Update(1, default);
        if (!ticks.TryGet(1, out var tick))
            return -2;
        int error = tick.Value.Timer.Init(ticks, static (in int key, ref Tick tick) =>
        {
            tick.Count++;
            tick.Timer.Start(1_000_000);
        });
        return error != 0 ? error : tick.Value.Timer.Start(1_000_000);
    }
}
