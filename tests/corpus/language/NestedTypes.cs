[SchedExtOps("t")]
public sealed class T : Scheduler
{
    static class Weights
    {
        public const uint Most = 10000;

        public static uint Of(TaskStruct p) => p.Scx.Weight > Most ? Most : p.Scx.Weight;
    }

    readonly record struct Share(uint Weight, ulong Slice)
    {
        public ulong Scaled => Slice * Weight / 100;
    }

    ulong total;

    public override void Running(TaskStruct p)
    {
        var share = new Share(Weights.Of(p), p.Scx.Slice);
        total += share.Scaled;
        if (share == default)
            total++;
    }
}
