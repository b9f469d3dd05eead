[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    bool IsIdle(int pid)
    {
        TaskReference? task = TaskFromPid(pid);
        if (task is null)
            return false;
        return task.Flags == 0; //~ SCX3001
    }

    public override void Tick(TaskStruct p)
    {
        if (IsIdle(p.Tgid))
            total++;
    }
}
