[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int lastPid;

    public override void Tick(TaskStruct p) => lastPid = Environment.ProcessorCount; //~ SCX1010
}
