[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Timed { public BpfTimer Timer; public ulong Count; }
    readonly ArrayMap<Timed> timers = new(1);

    public override int Init()
    {
        var timed = timers.Find(0);
        if (timed == null)
            return -2;
        int error = timed.Value.Timer.Init(timers, OnTimer);
        return error != 0 ? error : timed.Value.Timer.Start(1_000_000);
    }

    void OnTimer(in uint key, ref Timed timed) => timed.Count++;
}
