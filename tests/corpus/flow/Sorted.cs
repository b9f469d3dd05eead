using System.Collections.Generic;
using System.Runtime.CompilerServices;

// Spans sorted and searched.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    record struct Candidate(int Cpu, ulong Load) : IComparable<Candidate>
    {
        public readonly int CompareTo(Candidate other) => Load.CompareTo(other.Load);
    }

    struct ByCpu : IComparer<Candidate>
    {
        public readonly int Compare(Candidate a, Candidate b) => a.Cpu - b.Cpu;
    }

    [InlineArray(32)]
    struct Loads
    {
        ulong first;
    }

    Loads loads;
    int chosen;

    public override void Running(TaskStruct p)
    {
        Span<Candidate> candidates = [new(0, loads[0]), new(1, loads[1]), new(2, loads[2]), new(3, loads[3])];
        candidates.Sort();
        chosen = candidates[0].Cpu;
        candidates[1..].Sort(new ByCpu());
        Span<ulong> all = loads;
        all.Sort();
        chosen += all.BinarySearch(p.Scx.Slice) + all.Count(0ul);
    }
}
