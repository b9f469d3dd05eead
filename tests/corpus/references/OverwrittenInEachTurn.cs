[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong depth;

    public override void Enable(TaskStruct p)
    {
        TaskReference? current = TaskFromPid(p.Tgid);
        for (int i = 0; i < 4 && current is not null; i++)
        {
            depth++;
            current = TaskFromPid(current.RealParent.Pid); //~ SCX3008
        }
        current?.Dispose();
    }
}
