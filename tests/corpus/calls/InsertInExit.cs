[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Exit(ExitInfo info)
    {
        DsqMoveToLocal(1); //~ SCX4001
    }
}
