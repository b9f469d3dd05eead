[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    public override void Running(TaskStruct p) => counts[Math.Clamp(p.Prio, 0, 64)]++; //~ SCX2010
}
