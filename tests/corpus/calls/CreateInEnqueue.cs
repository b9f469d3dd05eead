[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        CreateDsq(1); //~ SCX4001
        DsqInsert(p, 1, Slice.Default, enqFlags);
    }
}
