[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong rate, share;

    public override void Running(TaskStruct p)
    {
        share = 1000 / rate; //~ SCX5009
        rate = p.Scx.Weight;
    }
}
