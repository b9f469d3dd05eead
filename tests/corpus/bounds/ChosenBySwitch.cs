[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    public override void Running(TaskStruct p)
    {
        int slot = p.Scx.Weight switch { < 100 => 0, 100 => 1, < 1000 => 2, _ => 63 };
        counts[slot]++;
    }
}
