/// <summary>What a field of the kernel's holds may be read without a test, but not where a test has found nothing.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int pids;

    public override void Running(TaskStruct p)
    {
        TaskStruct? wakee = p.LastWakee;
        if (!(wakee == null))
            return;
        pids += wakee.Pid; //~ SCX2001
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        TaskStruct? wakee = p.LastWakee;
        if (wakee != null)
            pids += wakee.Pid;
    }
}
