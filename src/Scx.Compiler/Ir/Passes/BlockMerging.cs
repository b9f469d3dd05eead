namespace Scx.Compiler.Ir.Passes;

/// <summary>Skips blocks that only jump on, and joins a block with the only one that leads to it.</summary>
public static class BlockMerging
{
    /// <summary>The function with fewer blocks that do the same.</summary>
    /// <param name="function">A well-formed function.</param>
    public static Function Merge(Function function) => Join(UnreachableBlocks.Remove(SkipEmpty(function)));

    private static Function SkipEmpty(Function function)
    {
        var empty = function.Blocks.Skip(1)
            .Where(b => b.Parameters.IsEmpty && b.Instructions.IsEmpty && b.End is Jump jump && jump.Target.Block != b.Reference)
            .ToDictionary(b => b.Reference, b => ((Jump)b.End).Target);
        Edge Skip(Edge edge)
        {
            var seen = new HashSet<BlockReference>();
            while (empty.TryGetValue(edge.Block, out var next) && seen.Add(edge.Block))
                edge = next;
            return edge;
        }
        return empty.Count == 0 ? function : function with
        {
            Blocks = [.. function.Blocks.Select(block => block with { End = block.End.With(block.End.Operands, [.. block.End.Edges.Select(Skip)]) })],
        };
    }

    private static Function Join(Function function)
    {
        var graph = FlowGraph.Of(function);
        var values = new ValueSubstitution();
        var joined = new Dictionary<BlockReference, Block>();
        var gone = new HashSet<BlockReference>();
        foreach (var block in graph.Order.Reverse())
        {
            var whole = block;
            if (block.End is Jump { Target: var target } && graph.Predecessors(target.Block).Count == 1 && target.Block != block.Reference)
            {
                var next = joined[target.Block];
                for (int i = 0; i < next.Parameters.Length; i++)
                    values.Replace(next.Parameters[i], target.Arguments[i]);
                whole = block with { Instructions = [.. block.Instructions, .. next.Instructions], End = next.End };
                gone.Add(target.Block);
            }
            joined[block.Reference] = whole;
        }
        return values.Apply(function with { Blocks = [.. graph.Order.Where(b => !gone.Contains(b.Reference)).Select(b => joined[b.Reference])] });
    }
}
