[SchedExtOps("t", TimeoutMs = 5000)]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p) => total++;
}
