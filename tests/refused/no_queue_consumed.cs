[SchedExtOps("no_queue_consumed")]
public sealed class NoQueueConsumed : Scheduler
{
    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(77);
}
//= SCX9101 4
//=6.16 SCX9101
