[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Tick(TaskStruct p)
    {
        for (int i = 0; i < 4; i++)
        {
            TaskReference? task = TaskFromPid(p.Tgid + i); //~ SCX3001
            if (task is not null)
                total++;
        }
    }
}
