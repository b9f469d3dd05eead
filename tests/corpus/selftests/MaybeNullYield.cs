[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong tasks;

    public override bool Yield(TaskStruct from, TaskStruct? to)
    {
        tasks += (ulong)to!.Pid; //~ SCX2003
        return false;
    }
}
