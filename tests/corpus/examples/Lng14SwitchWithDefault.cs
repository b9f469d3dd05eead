[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    static uint Class(uint weight) => weight switch { 0 => 0, < 100 => 1, 100 => 2, _ => 3 };

    public override void Running(TaskStruct p) => counts[(int)Class(p.Scx.Weight)]++;
}
