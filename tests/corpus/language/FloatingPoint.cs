[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong slice;

    public override void Running(TaskStruct p)
    {
        slice = (ulong)(p.Scx.Weight * 1.5); //~ SCX1008
    }
}
