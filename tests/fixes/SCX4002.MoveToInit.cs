[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Beat
    {
        public BpfTimer Timer;
        public ulong Count;
    }

    readonly ArrayMap<Beat> beats = new(1);

    public override int Init()
    {
        return beats[0].Timer.Init(beats, OnBeat);
    }

    void OnBeat(in uint index, ref Beat beat)
    {
        CreateDsq(1);
        beat.Count++;
    }
}
