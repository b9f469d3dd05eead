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
                break;
            seen++;
            task.Dispose();
            if (seen > 100)
                break;
        }
    }
}
