[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong seen;

    public override void Tick(TaskStruct p)
    {
        for (int i = 0; i < 8; i++)
        {
            TaskReference? task = TaskFromPid(p.Tgid + i);
            if (task is null)
                continue;
            if (task.Flags == 0)
            {
                task.Dispose();
                continue;
            }
            seen++;
            task.Dispose();
        }
    }
}
