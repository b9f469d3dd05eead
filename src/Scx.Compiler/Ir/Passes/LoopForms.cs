using System.Collections.Immutable;

namespace Scx.Compiler.Ir.Passes;

/// <summary>
/// Chooses how each loop is closed. Plainly, which costs nothing at run time, where the verifier comes to the end by itself: it counts to a literal and is
/// short enough to be walked turn by turn, or goes through an iterator of the kernel's. By <see cref="MayGoto"/> otherwise.
/// </summary>
public static class LoopForms
{
    // Instructions that the verifier may walk through for one loop, of the million that it walks through for a program (BPF_COMPLEXITY_LIMIT_INSNS), and
    // branches whose other way it may have put off meanwhile, of 8192 (BPF_COMPLEXITY_LIMIT_JMP_SEQ).
    private const int StepLimit = 1 << 15, BranchLimit = 1 << 11;

    // What a call stands for, and how often the verifier walks a loop until it sees that nothing new happens.
    private const int CallSteps = 64, CallBranches = 4, Revisits = 4;

    /// <summary>The function with each loop in the form that suits it.</summary>
    /// <param name="function">A function in SSA form.</param>
    public static Function Choose(Function function)
    {
        var graph = FlowGraph.Of(function);
        var loops = NaturalLoop.Find(graph);
        if (loops.Count == 0)
            return function;
        var definitions = function.Definitions();
        var steps = graph.Order.ToDictionary(b => b.Reference, Steps);
        var (plain, counted) = (new HashSet<BlockReference>(), new List<NaturalLoop>());
        var guarded = new List<(NaturalLoop Loop, IReadOnlyList<CountedExit> Exits)>();
        // The innermost first, since what they cost counts in those around them.
        foreach (var loop in loops.OrderBy(l => l.Body.Count))
        {
            bool iterates = UsesIterator(graph, loop);
            IReadOnlyList<CountedExit> exits = iterates ? [] : TurnCount.Exits(graph, loop, definitions, StepLimit);
            int? turns = exits.Min(e => (int?)e.Turns);
            bool walks = turns * loop.Body.Sum(b => steps[b].Instructions) <= StepLimit && turns * (loop.Body.Sum(b => steps[b].Branches) - 1) <= BranchLimit;
            if (iterates || walks)
                plain.UnionWith(loop.Latches.Select(l => l.Reference));
            else
                guarded.Add((loop, exits));
            if (walks)
                counted.Add(loop);
            foreach (var block in loop.Body)
                steps[block] = steps[block].Times(walks ? turns!.Value : Revisits);
        }
        var blocks = function.Blocks.Select(b => plain.Contains(b.Reference) ? Plain(b) : b).ToImmutableArray();
        foreach (var (loop, exits) in guarded)
        {
            blocks = TurnCounters.Of(blocks, loop, exits, definitions);
            bool inCounted = counted.Any(c => c.Body.Contains(loop.Header.Reference));
            blocks = ConcealedStarts.Of(blocks, loop, v => inCounted || definitions.TryGetValue(v, out var known) && known is Constant);
        }
        return BlockMerging.Merge(function with { Blocks = blocks });
    }

    private readonly record struct Walk(long Instructions, long Branches)
    {
        public Walk Times(int turns) => new(Instructions * turns, Branches * turns);
    }

    private static Walk Steps(Block block)
    {
        int calls = block.Instructions.Count(i => i is Call);
        return new(block.Instructions.Length + 1 + calls * CallSteps, (block.End is Branch ? 1 : 0) + calls * CallBranches);
    }

    private static Block Plain(Block block) => block.End is MayGoto loop ? block with { End = new Jump(loop.Next) { Span = loop.Span } } : block;

    // At bpf_iter_*_next the verifier compares the turns by itself (kernel/bpf/verifier.c, process_iter_next_call).
    private static bool UsesIterator(FlowGraph graph, NaturalLoop loop) => graph.Order
        .Where(b => loop.Body.Contains(b.Reference) && loop.Latches.All(l => graph.Dominates(b.Reference, l.Reference)))
        .SelectMany(b => b.Instructions).OfType<CallKernel>().Any(c => c.Function.IteratorNext);
}
