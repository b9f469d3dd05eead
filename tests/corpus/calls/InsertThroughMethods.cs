[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => Place(p);

    public override void CgroupMove(TaskStruct p, Cgroup from, Cgroup to)
    {
        Requeue(p); //~ SCX4001 @9..19
    }

    static void Requeue(TaskStruct p) => Place(p);

    static void Place(TaskStruct p) => DsqInsert(p, Dsq.Global, Slice.Default);
}
