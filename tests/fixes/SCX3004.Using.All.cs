[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Tick(TaskStruct p)
    {
        TaskFromPid(p.Pid);
        TaskFromPid(p.Tgid);
    }
}
