using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>Loops that no way leads out of. The verifier finds them endless, or the code behind them unreachable.</summary>
public static class EndlessLoops
{
    /// <summary>The loops.</summary>
    /// <param name="module">A scheduler in SSA form.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (var function in module.Functions)
        {
            var graph = FlowGraph.Of(function);
            var ending = Ending(graph);
            var stuck = graph.Order.Where(b => !ending.Contains(b.Reference)).ToList();
            // What leads to an endless loop is stuck too, but not the mistake.
            var header = stuck.FirstOrDefault(b => graph.Predecessors(b.Reference).Any(p => graph.Dominates(b.Reference, p.From.Reference)));
            if (header is not null)
                diagnostics.Add(new ScxDiagnostic(Rules.LoopWithoutEnd, Place(function, header), []));
        }
        return diagnostics.ToImmutable();
    }

    /// <summary>The blocks from which the method can come to its end; being left for an index out of range is no end that is meant.</summary>
    private static HashSet<BlockReference> Ending(FlowGraph graph)
    {
        var ending = new HashSet<BlockReference>();
        var pending = new Stack<BlockReference>(graph.Order.Where(b => b.End is Return).Select(b => b.Reference));
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (!ending.Add(block))
                continue;
            foreach (var predecessor in graph.Predecessors(block))
                pending.Push(predecessor.From.Reference);
        }
        ending.UnionWith(graph.Order.Where(b => b.End is Trap).Select(b => b.Reference));
        return ending;
    }

    private static SourceSpan Place(Function function, Block header)
    {
        var first = header.Instructions.Select(i => i.Span).Append(header.End.Span).First();
        return LoopPlaces.Around(function, first)?.Head ?? first;
    }
}
