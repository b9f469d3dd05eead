[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Tick(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Pid);
        if (task == null)
            return;
        task = TaskFromPid(p.Tgid); //~ SCX3008
        if (task == null)
            return;
        task.Dispose();
    }
}
