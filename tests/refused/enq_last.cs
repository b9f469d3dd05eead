[SchedExtOps("enq_last", Flags = OpsFlags.EnqLast)]
public sealed class EnqLast : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p) => total++;
}
//= SCX9110
