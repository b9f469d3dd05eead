// There is no order to sort by, so .NET would throw.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    record struct Candidate(int Cpu, ulong Load);

    int chosen;

    public override void Running(TaskStruct p)
    {
        Span<Candidate> candidates = [new(0, 4), new(1, p.Scx.Slice)];
        candidates.Sort(); //~ SCX1036
        chosen = candidates[0].Cpu;
    }
}
