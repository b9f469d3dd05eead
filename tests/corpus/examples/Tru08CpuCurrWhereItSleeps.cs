[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int pid;

    // Creating a queue may sleep, and so Exit may.
    public override void Exit(ExitInfo info)
    {
        CreateDsq(9);
        TaskStruct? current = CpuCurr(0); //~ SCX2025
        if (current != null)
            pid = current.Pid;
    }
}
