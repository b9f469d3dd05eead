[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;

    public override void Running(TaskStruct p)
    {
        counts[p.Pid & 63]++;
        counts[(int)(p.Scx.Weight % 64)]++;
        counts[(int)(p.Scx.DsqVtime >> 58)]++;
        counts[Math.Clamp(p.Pid, 0, 63)]++;
        counts[(int)Math.Min(p.Scx.Weight, 63u)]++;
    }
}
