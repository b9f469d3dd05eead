[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p) => total++;

    public override int Init()
    {
        total = 5;
        return 0;
    }
}
