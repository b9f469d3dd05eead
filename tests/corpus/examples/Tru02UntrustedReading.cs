[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int pids;

    public override void Running(TaskStruct p)
    {
        TaskStruct? wakee = p.LastWakee;
        if (wakee == null)
            return;
        pids += wakee.Pid;
    }
}
