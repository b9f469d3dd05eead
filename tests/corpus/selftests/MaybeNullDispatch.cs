[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong tasks;

    public override void Dispatch(int cpu, TaskStruct? prev) => tasks += (ulong)prev!.Pid; //~ SCX2003
}
