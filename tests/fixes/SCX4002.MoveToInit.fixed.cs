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
        CreateDsq(1);
        return beats[0].Timer.Init(beats, OnBeat);
    }

    void OnBeat(in uint index, ref Beat beat)
    {
        beat.Count++;
    }
}
