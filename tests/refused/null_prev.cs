[SchedExtOps("null_prev")]
public sealed class NullPrev : Scheduler
{
    int lastPid;

    public override void Dispatch(int cpu, TaskStruct? prev) => lastPid = prev!.Pid;
}
//= SCX9001 6
