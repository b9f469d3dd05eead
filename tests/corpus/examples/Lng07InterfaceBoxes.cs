[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    interface IScore
    {
        uint Get(TaskStruct p);
    }

    struct ByWeight : IScore
    {
        public uint Get(TaskStruct p) => p.Scx.Weight;
    }

    public override void Running(TaskStruct p)
    {
        IScore score = new ByWeight(); //~ SCX1002
        counts[0] = score.Get(p);
    }
}
