using System.Collections.Immutable;

namespace Scx.Compiler.Ir.Passes;

/// <summary>
/// Gives a loop that <see cref="MayGoto"/> closes, and whose counter does nothing but count, one that looks the same to the verifier in every turn. What is
/// below a number, or not equal to it, is other numbers each turn, and so the verifier, which walks through the loop twice before it sees that nothing new
/// happens, would go all the ways that branch off in the first turn after those of the second. A bit of a number, in a register of its own, tells it nothing.
/// </summary>
internal static class TurnCounters
{
    /// <summary>The blocks with such counters in place of those that a loop's ways out go by.</summary>
    /// <param name="blocks">All blocks of the function.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="exits">Its ways out that go by counters.</param>
    /// <param name="definitions">The instruction of each value. Takes up those that are new.</param>
    public static ImmutableArray<Block> Of(
        ImmutableArray<Block> blocks, NaturalLoop loop, IEnumerable<CountedExit> exits, Dictionary<Value, Instruction> definitions)
    {
        foreach (var exit in exits)
        {
            if (StepOf(blocks, loop, exit) is { } step)
                blocks = Replace(blocks, loop, exit, step, definitions);
        }
        return blocks;
    }

    // What counts, if nothing reads the counter but that and the condition, and nothing reads its result but the next turn.
    private static Binary? StepOf(ImmutableArray<Block> blocks, NaturalLoop loop, CountedExit exit)
    {
        var readers = Readers(blocks, exit.Counter).ToList();
        if (readers.Count != 2 || readers.OfType<Compare>().All(c => c.Result != exit.Branch.Condition) || readers.OfType<Binary>().FirstOrDefault() is not { } step)
            return null;
        if (Readers(blocks, exit.Branch.Condition).Take(2).Count() != 1 || Readers(blocks, step.Result!).Any())
            return null;
        var arguments = blocks.SelectMany(b => b.End.Edges).SelectMany(e => e.Arguments.Select((a, i) => (Argument: a, e.Block, Index: i)));
        int index = loop.Header.Parameters.IndexOf(exit.Counter);
        return arguments.All(a => a.Argument != exit.Counter && (a.Argument != step.Result || (a.Block == loop.Header.Reference && a.Index == index))) ? step : null;
    }

    // The instructions, and null for each block that ends with it.
    private static IEnumerable<Instruction?> Readers(ImmutableArray<Block> blocks, Value value)
    {
        foreach (var block in blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (instruction.Operands.Contains(value) || ObligationValues.Of(instruction).Contains(value))
                    yield return instruction;
            }
            if (block.End.Operands.Contains(value))
                yield return null;
        }
    }

    private static ImmutableArray<Block> Replace(
        ImmutableArray<Block> blocks, NaturalLoop loop, CountedExit exit, Binary step, Dictionary<Value, Instruction> definitions)
    {
        int index = loop.Header.Parameters.IndexOf(exit.Counter);
        var (turn, next) = (Number(exit.Counter.Name), Number(exit.Counter.Name));
        // Set for the first time when so many turns are over.
        long bit = 1;
        while (bit < exit.Turns - 1)
            bit <<= 1;
        return [.. blocks.Select(Rewritten)];

        Block Rewritten(Block block)
        {
            var instructions = block.Instructions.SelectMany(i => i == step ? Step(i.Span) : i.Result == exit.Branch.Condition ? End((Compare)i) : [i]).ToList();
            var edges = block.End.Edges.Select(edge =>
            {
                if (edge.Block != loop.Header.Reference)
                    return edge;
                var argument = next;
                if (edge.Arguments[index] != step.Result)
                    instructions.Add(Literal(bit - (exit.Turns - 1), block.End.Span, out argument));
                return edge with { Arguments = edge.Arguments.SetItem(index, argument) };
            }).ToImmutableArray();
            return block with
            {
                Parameters = [.. block.Parameters.Select(p => p == exit.Counter ? turn : p)],
                Instructions = [.. instructions],
                End = block.End.With(block.End.Operands, edges),
            };
        }

        IEnumerable<Instruction> Step(SourceSpan span)
        {
            yield return Literal(1, span, out var one);
            var sum = Number(null);
            yield return new Binary(BinaryOperator.Add, turn, one) { Result = sum, Span = span };
            yield return new Opaque(sum) { Result = next, Span = span };
        }

        IEnumerable<Instruction> End(Compare compare)
        {
            yield return Literal(bit, compare.Span, out var mask);
            var masked = Number(null);
            yield return new Binary(BinaryOperator.And, turn, mask) { Result = masked, Span = compare.Span };
            yield return Literal(0, compare.Span, out var zero);
            yield return compare with { Relation = exit.LeavesWhenTrue ? Relation.NotEqual : Relation.Equal, Left = masked, Right = zero };
        }

        Constant Literal(long number, SourceSpan span, out Value value)
        {
            value = Number(null);
            var literal = new Constant(number) { Result = value, Span = span };
            definitions.Add(value, literal);
            return literal;
        }
    }

    private static Value Number(string? name) => new(IrType.U64, name);
}
