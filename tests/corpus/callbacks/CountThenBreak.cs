// A callback that counts, and breaks at a number: the kernel's verifier goes on after a break, but what the calls share may be any number to it.
[SchedExtOps("count_then_break")]
public sealed class CountThenBreak : Scheduler
{
    const ulong Enough = 100_000;

    readonly HashMap<int, ulong> runs = new(1024);
    int limit;
    ulong total;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        ulong busy = 0;
        runs.ForEach(
            static (in pid, ref ran, ref busy) =>
            {
                if (busy >= Enough)
                    return LoopStep.Break;
                if (pid > 5 && ran > 7)
                    busy += 3;
                else
                    busy++;
                return LoopStep.Continue;
            },
            ref busy);

        Found found = default;
        found.Left = 8;
        runs.ForEach(Add, ref found);
        total += found.Sum;

        int turns = 0;
        Loop.Run(1000, (turn, ref turns) => ++turns >= limit ? LoopStep.Break : LoopStep.Continue, ref turns);
        DsqInsert(p, busy + (uint)turns > Enough ? Dsq.Global : Dsq.Local, Slice.Default, enqFlags);
    }

    static LoopStep Add(in int pid, ref ulong ran, ref Found found)
    {
        if (found.Left-- == 0)
            return LoopStep.Break;
        found.Sum += ran;
        found.Last = pid;
        return LoopStep.Continue;
    }

    struct Found
    {
        public int Left;
        public int Last;
        public ulong Sum;
    }
}
