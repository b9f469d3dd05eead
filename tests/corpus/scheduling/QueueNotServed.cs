[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int Init() => CreateDsq(7);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, 7, Slice.Default, enqFlags); //~ SCX7002
}
