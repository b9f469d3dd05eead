[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong slices;

    public override bool Yield(TaskStruct from, TaskStruct? to)
    {
        slices += to!.Scx.Slice; //~ SCX2003
        return false;
    }
}
