using System.Collections.Immutable;

namespace Scx.Compiler.Ir.Passes;

/// <summary>Finds the stack slots that need no memory: scalars and pointers that are only loaded, stored and zeroed.</summary>
internal static class PromotableSlots
{
    /// <summary>The slots, by the address that names each.</summary>
    public static ImmutableDictionary<Value, StackSlot> Find(ImmutableArray<Block> blocks)
    {
        var slots = blocks.SelectMany(b => b.Instructions).OfType<StackSlot>()
            .Where(s => s.Type is IntType or BoolType or PointerType)
            .ToDictionary(s => s.Result!);
        foreach (var block in blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                foreach (var escaping in Escaping(instruction))
                    slots.Remove(escaping);
            }
            foreach (var value in block.End.Operands.Concat(block.End.Edges.SelectMany(e => e.Arguments)))
                slots.Remove(value);
        }
        return slots.ToImmutableDictionary();
    }

    private static IEnumerable<Value> Escaping(Instruction instruction) => instruction switch
    {
        Load { Volatile: false, Result: { } result } load when result.Type == ((PointerType)load.Address.Type).Target => [],
        Store { Volatile: false } store => [store.Stored],
        Zero zero when zero.Type == ((PointerType)zero.Address.Type).Target => [],
        _ => instruction.Operands.Concat(ObligationValues.Of(instruction)),
    };
}
