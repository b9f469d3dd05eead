[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    int cpu;

    public override void Running(TaskStruct p)
    {
        TaskStruct? wakee = p.LastWakee;
        if (wakee is not null)
            total += (ulong)wakee.Pid;
        TaskStruct? parent = wakee?.RealParent;
        if (parent is not null)
            cpu = TaskCpu(parent); //~ SCX2024
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        TaskStruct? wakee = p.LastWakee;
        if (wakee is not null && TaskRunning(wakee)) //~ SCX2024
            total++;
    }
}
