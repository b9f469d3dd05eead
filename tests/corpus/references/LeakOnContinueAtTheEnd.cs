[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong seen;

    public override void Tick(TaskStruct p)
    {
        int i = 0;
        while (i < 8)
        {
            TaskReference? task = TaskFromPid(p.Tgid + i++);
            if (task is not null && !(task.Flags != 0))
            {
                if (task.Prio == 3)
                    seen++;
                continue; //~ SCX3001
            }
            else if (task is not null)
            {
                task.Dispose();
            }
        }
    }
}
