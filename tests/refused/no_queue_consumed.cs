[SchedExtOps("no_queue_consumed")]
public sealed class NoQueueConsumed : Scheduler
{
    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(77);
}
