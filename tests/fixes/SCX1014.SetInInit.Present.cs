[SchedExtOps("t")]
public sealed class T : Scheduler
{
    uint cpus = NrCpuIds();

    public override void Running(TaskStruct p) => cpus++;

    public override int Init() => CreateDsq(1);
}
