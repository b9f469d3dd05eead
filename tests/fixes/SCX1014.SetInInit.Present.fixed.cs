[SchedExtOps("t")]
public sealed class T : Scheduler
{
    uint cpus;

    public override void Running(TaskStruct p) => cpus++;

    public override int Init()
    {
        cpus = NrCpuIds();
        return CreateDsq(1);
    }
}
