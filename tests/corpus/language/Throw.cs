[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int Init()
    {
        if (CreateDsq(1) != 0)
            throw new InvalidOperationException(); //~ SCX1005
        return 0;
    }
}
