[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    public override void Running(TaskStruct p)
    {
        counts[(int)Math.Min((uint)p.Prio, 63u)]++;
        counts[Math.Clamp(p.StaticPrio - 100, 0, 63)]++;
    }
}
