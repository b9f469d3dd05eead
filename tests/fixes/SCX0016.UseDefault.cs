[SchedExtOps("t", DispatchMaxBatch = 3000000000)]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p) => total++;
}
