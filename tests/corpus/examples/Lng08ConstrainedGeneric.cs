[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    interface IScore
    {
        static abstract uint Get(TaskStruct p);
    }

    struct ByWeight : IScore
    {
        public static uint Get(TaskStruct p) => p.Scx.Weight;
    }

    static uint Score<TScore>(TaskStruct p) where TScore : struct, IScore => TScore.Get(p);

    public override void Running(TaskStruct p) => counts[0] = Score<ByWeight>(p);
}
