[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Tick(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task == null)
            return;
        if (task.Flags == 0)
            return; //~ SCX3001
        vtimeNow = task.Scx.DsqVtime;
        task.Dispose();
    }
}
