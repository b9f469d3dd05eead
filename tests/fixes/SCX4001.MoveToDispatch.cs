[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsert(p, 1, Slice.Default, enqFlags);
        DsqMoveToLocal(1);
    }

    public override int Init() => CreateDsq(1);
}
