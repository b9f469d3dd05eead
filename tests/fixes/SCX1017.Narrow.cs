[SchedExtOps("t")]
public sealed class T : Scheduler
{
    UInt128 total;

    public override void Running(TaskStruct p) => total = 0;
}
