namespace Scx.Compiler.Ir.Passes;

/// <summary>Removes blocks that nothing leads to.</summary>
public static class UnreachableBlocks
{
    /// <summary>The function with its reachable blocks only, each before those it leads to but for loops.</summary>
    /// <param name="function">A well-formed function.</param>
    public static Function Remove(Function function) => function with { Blocks = FlowGraph.Of(function).Order };
}
