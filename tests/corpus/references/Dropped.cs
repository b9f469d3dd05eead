[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Tick(TaskStruct p)
    {
        TaskFromPid(p.Tgid); //~ SCX3004
        _ = CgroupFromId(1); //~ SCX3004
        TaskCgroup(p).Dispose();
    }
}
