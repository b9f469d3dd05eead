[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;
    int lastPid;

    public override void Tick(TaskStruct p)
    {
        using TaskReference? t = TaskFromPid(lastPid);
        if (TaskRunning(t!)) //~ SCX2002
            vtimeNow++;
    }
}
