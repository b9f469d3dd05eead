namespace Scx.Compiler.Ir.Passes;

/// <summary>
/// Looks an entry of an array up once: where the same entry was found on every way, its address still is the right one. Entries of an array never move, and
/// a program stays on its CPU (migrate_disable() in kernel/bpf/trampoline.c), so the same holds of an array per CPU.
/// </summary>
public static class RedundantLookups
{
    private const string LookupHelper = "bpf_map_lookup_elem";

    /// <summary>The function without the lookups, and without their ways for an entry that is missing.</summary>
    /// <param name="function">A function in SSA form.</param>
    public static Function Remove(Function function)
    {
        var keys = ConstantKeys(function);
        if (keys.Count == 0)
            return function;
        var graph = FlowGraph.Of(function);
        var values = new ValueSubstitution();
        var earlier = new List<Lookup>();
        var rewritten = new Dictionary<BlockReference, Block>();
        foreach (var block in graph.Order)
        {
            if (Lookup.EndOf(block, keys) is not { } lookup)
                continue;
            if (earlier.FirstOrDefault(e => e.Finds(lookup) && graph.Dominates(e.Found.Block, block.Reference)) is { } first)
            {
                values.Replace(lookup.Operation.Result!, first.Operation.Result!);
                rewritten.Add(block.Reference, lookup.Omitted(block));
            }
            else if (graph.Predecessors(lookup.Found.Block).Count == 1)
            {
                earlier.Add(lookup);
            }
        }
        return rewritten.Count == 0
            ? function
            : UnreachableBlocks.Remove(values.Apply(function with { Blocks = [.. function.Blocks.Select(b => rewritten.TryGetValue(b.Reference, out var known) ? known : b)] }));
    }

    /// <summary>The slots that hold a literal and serve one lookup, with the store and the literal.</summary>
    private static Dictionary<Value, (Store Store, long Key)> ConstantKeys(Function function)
    {
        var instructions = function.Blocks.SelectMany(b => b.Instructions).ToList();
        var definitions = function.Definitions();
        var uses = instructions.SelectMany(i => i.Operands).Concat(function.Blocks.SelectMany(b => b.End.Operands.Concat(b.End.Edges.SelectMany(e => e.Arguments))))
            .GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count());
        var keys = new Dictionary<Value, (Store, long)>();
        foreach (var store in instructions.OfType<Store>())
        {
            if (uses[store.Address] == 2 && definitions.TryGetValue(store.Address, out var slot) && slot is StackSlot && Literal(store.Stored, definitions) is { } key)
                keys[store.Address] = (store, key);
        }
        return keys;
    }

    private static long? Literal(Value value, Dictionary<Value, Instruction> definitions) => definitions.TryGetValue(value, out var definition)
        ? definition switch
        {
            Constant constant when value.Type is IntType => constant.Number,
            Convert { Operand.Type: IntType } convert when value.Type is IntType type && Literal(convert.Operand, definitions) is { } number => LiteralEvaluation.Wrap(number, type),
            _ => null,
        }
        : null;

    /// <summary>A lookup of a literal key, and the branch that its block ends with.</summary>
    private sealed record Lookup(MapOperation Operation, Map Map, Store Store, long Key, Edge Found)
    {
        public static Lookup? EndOf(Block block, Dictionary<Value, (Store Store, long Key)> keys)
        {
            if (block.End is not Branch branch || Definition(block, branch.Condition) is not Compare { Relation: Relation.Equal or Relation.NotEqual } compare
                || Definition(block, compare.Right) is not NullConstant || Definition(block, compare.Left) is not MapOperation operation
                || operation.Helper.Name != LookupHelper || !operation.MapType.Indexed || operation.Map is not { } map
                || !keys.TryGetValue(operation.Arguments[1], out var slot) || !block.Instructions.Any(i => ReferenceEquals(i, slot.Store))
                || operation.Obligations.Any(o => o is not InRange range || slot.Key < 0 || slot.Key >= range.Length))
                return null;
            return new(operation, map, slot.Store, slot.Key, compare.Relation == Relation.Equal ? branch.WhenFalse : branch.WhenTrue);
        }

        public bool Finds(Lookup other) => Map.Equals(other.Map) && Key == other.Key;

        public Block Omitted(Block block) => block with
        {
            Instructions = [.. block.Instructions.Where(i => !ReferenceEquals(i, Operation) && !ReferenceEquals(i, Store))],
            End = new Jump(Found) { Span = block.End.Span },
        };

        private static Instruction? Definition(Block block, Value value) => block.Instructions.FirstOrDefault(i => i.Result == value);
    }
}
