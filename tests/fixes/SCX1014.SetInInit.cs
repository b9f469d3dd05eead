[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int cpus = (int)NrCpuIds();

    public override void Running(TaskStruct p) => cpus++;
}
