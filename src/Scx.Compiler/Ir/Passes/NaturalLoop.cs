namespace Scx.Compiler.Ir.Passes;

/// <summary>The blocks that can be walked again and again from one block that is passed in every turn.</summary>
/// <param name="Header">The block that every way in leads to.</param>
/// <param name="Latches">The blocks that close the loop.</param>
/// <param name="Body">All blocks of the loop, header and latches among them.</param>
public sealed record NaturalLoop(Block Header, IReadOnlyList<Block> Latches, IReadOnlyCollection<BlockReference> Body)
{
    /// <summary>The loops of a function, outer ones before those inside. Loops that can be entered at several places are not among them.</summary>
    /// <param name="graph">The function's graph.</param>
    public static IReadOnlyList<NaturalLoop> Find(FlowGraph graph)
    {
        var loops = new List<NaturalLoop>();
        foreach (var header in graph.Order)
        {
            var latches = graph.Predecessors(header.Reference).Select(p => p.From).Distinct()
                .Where(b => graph.Dominates(header.Reference, b.Reference)).ToList();
            if (latches.Count > 0)
                loops.Add(new NaturalLoop(header, latches, Blocks(graph, header, latches)));
        }
        return loops;
    }

    private static HashSet<BlockReference> Blocks(FlowGraph graph, Block header, List<Block> latches)
    {
        var body = new HashSet<BlockReference> { header.Reference };
        var pending = new Stack<BlockReference>(latches.Select(b => b.Reference));
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (!body.Add(block))
                continue;
            foreach (var predecessor in graph.Predecessors(block))
                pending.Push(predecessor.From.Reference);
        }
        return body;
    }
}
