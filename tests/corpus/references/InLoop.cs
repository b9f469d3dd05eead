[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Tick(TaskStruct p)
    {
        for (int i = 0; i < 40; i++)
        {
            using TaskReference? task = TaskFromPid(p.Tgid + i);
            if (task is null)
                continue;
            if (task.Flags == 0)
                break;
            total++;
        }
        TaskReference? found = null;
        for (int i = 0; i < 40; i++)
        {
            found = TaskFromPid(i);
            if (found is not null)
                break;
        }
        if (found is not null)
            found.Dispose();
    }
}
