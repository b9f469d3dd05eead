[SchedExtOps("t")]
public sealed class T : Scheduler
{
    uint total;

    public override void Running(TaskStruct p) => total = checked(total + 1) * 2;
}
