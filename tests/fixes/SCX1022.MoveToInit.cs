[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public T() => total = 5;

    public override void Running(TaskStruct p) => total++;
}
