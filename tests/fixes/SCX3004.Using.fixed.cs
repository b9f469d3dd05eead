[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Tick(TaskStruct p)
    {
        using var held = CgroupFromId(1);
    }
}
