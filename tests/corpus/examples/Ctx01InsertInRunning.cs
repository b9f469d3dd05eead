[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Running(TaskStruct p)
    {
        DsqInsert(p, Dsq.Global, Slice.Default, 0); //~ SCX4001
    }
}
