[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Tick(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        if (task.Flags == 0)
            task.Dispose();
        task.Dispose(); //~ SCX3003
    }
}
