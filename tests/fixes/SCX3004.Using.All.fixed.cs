[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Tick(TaskStruct p)
    {
        using var held = TaskFromPid(p.Pid);
        using var held2 = TaskFromPid(p.Tgid);
    }
}
