[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int cpus;

    public override void Running(TaskStruct p)
    {
        TaskStruct? wakee = p.LastWakee;
        if (wakee == null)
            return;
        cpus += TaskCpu(wakee); //~ SCX2024
    }
}
