[SchedExtOps("t", TimeoutMs = 60000)]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p) => total++;
}
