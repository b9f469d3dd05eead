[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong seen;

    public override void Tick(TaskStruct p)
    {
        for (int i = 0; i < 8; i++)
        {
            if (i == p.Prio)
                continue;
            TaskReference? task = TaskFromPid(p.Tgid + i);
            if (task is null)
                continue;
            if (task.Flags == 0 || task.NrCpusAllowed == 1)
            {
                seen++;
                continue; //~ SCX3001
            }
            task.Dispose();
        }
    }
}
