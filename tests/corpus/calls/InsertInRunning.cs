[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Running(TaskStruct p)
    {
        DsqInsert(p, Dsq.Global, Slice.Default); //~ SCX4001 @9..48
    }
}
