[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Tick(TaskStruct p)
    {
        CgroupFromId(1);
    }
}
