namespace Scx.Compiler.Ir.Passes;

/// <summary>Removes block parameters that every edge gives the same value.</summary>
public static class RedundantParameters
{
    /// <summary>The function without them.</summary>
    /// <param name="function">A well-formed function.</param>
    public static Function Remove(Function function)
    {
        while (true)
        {
            var graph = FlowGraph.Of(function);
            var same = new ValueSubstitution();
            foreach (var block in graph.Order)
            {
                for (int i = 0; i < block.Parameters.Length; i++)
                {
                    if (OnlyArgument(graph, block, i, same) is { } value)
                        same.Replace(block.Parameters[i], value);
                }
            }
            if (same.IsEmpty)
                return function;
            function = same.Apply(BlockParameters.Keep(function with { Blocks = graph.Order }, p => same[p] == p));
        }
    }

    private static Value? OnlyArgument(FlowGraph graph, Block block, int index, ValueSubstitution same)
    {
        var parameter = block.Parameters[index];
        Value? only = null;
        foreach (var predecessor in graph.Predecessors(block.Reference))
        {
            var argument = same[predecessor.Edge.Arguments[index]];
            if (argument == parameter || argument == only)
                continue;
            if (only is not null)
                return null;
            only = argument;
        }
        return only;
    }
}
