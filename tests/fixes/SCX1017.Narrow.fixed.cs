[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p) => total = 0;
}
