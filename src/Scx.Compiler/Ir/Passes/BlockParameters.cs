using System.Collections.Immutable;

namespace Scx.Compiler.Ir.Passes;

/// <summary>Takes parameters away from blocks, with the arguments on the edges.</summary>
internal static class BlockParameters
{
    /// <summary>Leaves the parameters for which <paramref name="wanted"/> holds.</summary>
    public static Function Keep(Function function, Func<Value, bool> wanted)
    {
        var kept = function.Blocks.ToDictionary(b => b.Reference, b => b.Parameters.Select(wanted).ToArray());
        return function with
        {
            Blocks = [.. function.Blocks.Select(block => block with
            {
                Parameters = Filter(block.Parameters, kept[block.Reference]),
                End = block.End.With(
                    block.End.Operands,
                    [.. block.End.Edges.Select(edge => edge with { Arguments = Filter(edge.Arguments, kept[edge.Block]) })]),
            })],
        };
    }

    private static ImmutableArray<Value> Filter(ImmutableArray<Value> values, bool[] kept) =>
        [.. values.Where((_, index) => kept[index])];
}
