[SchedExtOps("t")]
public sealed class T : Scheduler
{
    uint steps;

    public override void Running(TaskStruct p) => steps = Sum(p.Scx.Weight);

    static uint Sum(uint n) => n == 0 ? 0 : n + Sum(n - 1); //~ SCX1009 @17..20
}
