using System.Collections.Immutable;

namespace Scx.Compiler.Ir.Passes;

/// <summary>Hides from the verifier what the variables of a loop start from.</summary>
internal static class ConcealedStarts
{
    /// <summary>The blocks with the integers concealed that the ways into the loop bring and that the verifier may know.</summary>
    public static ImmutableArray<Block> Of(ImmutableArray<Block> blocks, NaturalLoop loop, Func<Value, bool> mayBeKnown)
    {
        var latches = new HashSet<BlockReference>(loop.Latches.Select(l => l.Reference));
        var parameters = blocks.First(b => b.Reference == loop.Header.Reference).Parameters;
        return [.. blocks.Select(block => latches.Contains(block.Reference) || block.End.Edges.All(e => e.Block != loop.Header.Reference)
            ? block
            : Concealed(block, loop.Header.Reference, i => parameters[i].Type is IntType, mayBeKnown))];
    }

    private static Block Concealed(Block block, BlockReference header, Func<int, bool> isInteger, Func<Value, bool> mayBeKnown)
    {
        var added = ImmutableArray.CreateBuilder<Instruction>();
        Value Conceal(Value value)
        {
            var result = new Value(value.Type, value.Name);
            added.Add(new Conceal(value) { Result = result, Span = block.End.Span });
            return result;
        }
        var edges = block.End.Edges.Select(edge => edge.Block != header
            ? edge
            : edge with { Arguments = [.. edge.Arguments.Select((a, i) => isInteger(i) && mayBeKnown(a) ? Conceal(a) : a)] }).ToImmutableArray();
        return block with { End = block.End.With(block.End.Operands, edges), Instructions = [.. block.Instructions, .. added] };
    }
}
