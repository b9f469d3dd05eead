[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int cpus;

    public override void Running(TaskStruct p) => cpus++;

    public override int Init()
    {
        cpus = (int)NrCpuIds();
        return 0;
    }
}
