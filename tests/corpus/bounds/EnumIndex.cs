[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    enum Level { Low, Middle, High }

    static Level LevelOf(uint weight) => weight < 100 ? Level.Low : weight == 100 ? Level.Middle : Level.High;

    public override void Running(TaskStruct p) => counts[(int)LevelOf(p.Scx.Weight)]++;
}
