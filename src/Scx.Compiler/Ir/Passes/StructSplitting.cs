using System.Collections.Immutable;

namespace Scx.Compiler.Ir.Passes;

/// <summary>
/// Takes apart the local structs that are only used field by field or copied as a whole, so that their fields become values: the parts of a span, a tuple, an
/// enumerator. What else may point at such a struct keeps it whole.
/// </summary>
public static class StructSplitting
{
    // Larger ones cost more to copy field by field than they gain.
    private const int MaxFields = 8;

    private const int MaxDepth = 4;

    /// <summary>The function with the fields of such structs in slots of their own.</summary>
    /// <param name="function">A well-formed function.</param>
    public static Function Run(Function function)
    {
        for (int depth = 0; depth < MaxDepth && Find(function) is { Count: > 0 } slots; depth++)
            function = Split(function, slots);
        return function;
    }

    private static Dictionary<Value, (StackSlot Slot, ImmutableArray<StackSlot> Fields)> Find(Function function)
    {
        var slots = function.Blocks.SelectMany(b => b.Instructions).OfType<StackSlot>().Where(s => s.Type is StructType type && HasPlainFields(type))
            .ToDictionary(s => s.Result!, s => (s, Fields(s)));
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                foreach (var whole in Whole(instruction))
                    slots.Remove(whole);
            }
            foreach (var value in block.End.Operands.Concat(block.End.Edges.SelectMany(e => e.Arguments)))
                slots.Remove(value);
        }
        return slots;
    }

    private static bool HasPlainFields(StructType type)
    {
        int end = 0;
        foreach (var field in type.Fields)
        {
            if (field.Offset < end || field.Type is ArrayType or KptrType or StructType { IsKernelState: true })
                return false;
            end = field.Offset + 1;
        }
        return type.Fields.Length is > 0 and <= MaxFields;
    }

    private static ImmutableArray<StackSlot> Fields(StackSlot slot) => [.. ((StructType)slot.Type).Fields.Select(field =>
    {
        string? name = slot.Name is null ? null : $"{slot.Name}.{field.Name}";
        return new StackSlot(field.Type, name) { Span = slot.Span, Result = new Value(new PointerType(field.Type, MemorySpace.Stack), name) };
    })];

    /// <summary>The values that an instruction needs as a whole.</summary>
    private static IEnumerable<Value> Whole(Instruction instruction) => instruction switch
    {
        FieldAddress or Copy or Zero when instruction.Obligations.IsEmpty && SameType(instruction) => [],
        _ => instruction.Operands.Concat(ObligationValues.Of(instruction)),
    };

    private static bool SameType(Instruction instruction) => instruction switch
    {
        FieldAddress field => ((PointerType)field.Address.Type).Target == field.Struct,
        Zero zero => ((PointerType)zero.Address.Type).Target == zero.Type,
        _ => true,
    };

    private static Function Split(Function function, Dictionary<Value, (StackSlot Slot, ImmutableArray<StackSlot> Fields)> slots)
    {
        var values = new ValueSubstitution();
        return values.Apply(function with
        {
            Blocks = [.. function.Blocks.Select(b => b with { Instructions = [.. b.Instructions.SelectMany(i => Split(i, slots, values))] })],
        });
    }

    private static IEnumerable<Instruction> Split(
        Instruction instruction, Dictionary<Value, (StackSlot Slot, ImmutableArray<StackSlot> Fields)> slots, ValueSubstitution values)
    {
        switch (instruction)
        {
            case StackSlot slot when slots.TryGetValue(slot.Result!, out var split):
                return split.Fields;
            case Zero zero when slots.TryGetValue(zero.Address, out var split):
                return split.Fields.Select(f => new Zero(f.Result!, f.Type) { Span = zero.Span });
            case FieldAddress field when slots.TryGetValue(field.Address, out var split):
                values.Replace(field.Result!, split.Fields[field.Index].Result!);
                return [];
            case Copy copy when slots.ContainsKey(copy.Destination) || slots.ContainsKey(copy.Source):
                var structure = (StructType)copy.Type;
                return Enumerable.Range(0, structure.Fields.Length).SelectMany(i => CopyField(copy, structure, i, slots)).ToList();
            default:
                return [instruction];
        }
    }

    private static IEnumerable<Instruction> CopyField(
        Copy copy, StructType structure, int index, Dictionary<Value, (StackSlot Slot, ImmutableArray<StackSlot> Fields)> slots)
    {
        var field = structure.Fields[index];
        var made = new List<Instruction>();
        Value Address(Value whole)
        {
            if (slots.TryGetValue(whole, out var split))
                return split.Fields[index].Result!;
            var address = new Value(new PointerType(field.Type, ((PointerType)whole.Type).Space), field.Name);
            made.Add(new FieldAddress(whole, structure, index) { Result = address, Span = copy.Span });
            return address;
        }
        var (source, destination) = (Address(copy.Source), Address(copy.Destination));
        if (field.Type is StructType)
        {
            made.Add(new Copy(destination, source, field.Type) { Span = copy.Span });
            return made;
        }
        var value = new Value(field.Type, field.Name);
        made.Add(new Load(source) { Result = value, Span = copy.Span });
        made.Add(new Store(destination, value) { Span = copy.Span });
        return made;
    }
}
