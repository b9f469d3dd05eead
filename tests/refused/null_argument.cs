[SchedExtOps("null_argument")]
public sealed class NullArgument : Scheduler
{
    int lastCpu;

    public override void Dispatch(int cpu, TaskStruct? prev) => lastCpu = TaskCpu(prev!);
}
//= SCX9001 6
