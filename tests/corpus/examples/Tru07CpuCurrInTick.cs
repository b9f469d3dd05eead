[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    public override void Tick(TaskStruct p)
    {
        TaskStruct? current = CpuCurr(0);
        if (current != null)
            counts[1] = (uint)current.Pid;
    }
}
