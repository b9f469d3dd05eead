[SchedExtOps("t")]
public sealed class T : Scheduler
{
    uint total;

    public override void Running(TaskStruct p)
    {
        total++;
        total += 2;
    }
}
