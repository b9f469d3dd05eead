using System.Collections.Immutable;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Collects the blocks of one function. Blocks may be filled in any order; the one at hand is <see cref="Current"/>.</summary>
internal sealed class FunctionBuilder
{
    private sealed class OpenBlock(BlockReference reference)
    {
        public BlockReference Reference { get; } = reference;
        public ImmutableArray<Instruction>.Builder Instructions { get; } = ImmutableArray.CreateBuilder<Instruction>();
        public Terminator? End { get; set; }
    }

    private readonly List<OpenBlock> blocks = [];
    private readonly List<Instruction> slots = [];
    private OpenBlock current;
    private int labels;

    public FunctionBuilder()
    {
        current = new OpenBlock(new BlockReference("entry"));
        blocks.Add(current);
    }

    /// <summary>The block that instructions go to.</summary>
    public BlockReference Current => current.Reference;

    /// <summary>The block at hand has ended: what follows has no way to be reached until another is begun.</summary>
    public bool Ended => current.End is not null;

    /// <summary>Where instructions made next come from.</summary>
    public SourceSpan Span { get; set; }

    public BlockReference NewBlock(string label) => new($"{label}{++labels}");

    /// <summary>Goes on in a block, which must not have been begun before.</summary>
    public void Begin(BlockReference block)
    {
        current = new OpenBlock(block);
        blocks.Add(current);
    }

    public Value Emit(Instruction instruction, IrType type, string? name = null)
    {
        var result = new Value(type, name);
        Add(instruction with { Result = result });
        return result;
    }

    public void Add(Instruction instruction)
    {
        if (!Ended)
            current.Instructions.Add(instruction.Span == default ? instruction with { Span = Span } : instruction);
    }

    /// <summary>A stack slot; it is made on entry whatever block is at hand.</summary>
    public Value Slot(IrType type, string? name = null)
    {
        var result = new Value(new PointerType(type, MemorySpace.Stack), name);
        slots.Add(new StackSlot(type, name) { Result = result, Span = Span });
        // Padding would otherwise reach the kernel undefined, where a key is compared byte by byte.
        if (TypeLowering.HasPadding(type))
            slots.Add(new Zero(result, type) { Span = Span });
        return result;
    }

    public void End(Terminator terminator)
    {
        if (!Ended)
            current.End = terminator with { Span = terminator.Span == default ? Span : terminator.Span };
    }

    public void Jump(BlockReference target) => End(new Jump(new Edge(target)));

    public void Branch(Value condition, BlockReference whenTrue, BlockReference whenFalse) =>
        End(new Branch(condition, new Edge(whenTrue), new Edge(whenFalse)));

    public Value Constant(IrType type, long number) => Emit(new Constant(number), type);

    public Value Load(Value address) => Emit(new Load(address), ((PointerType)address.Type).Target, address.Name);

    public void Store(Value address, Value value) => Add(new Store(address, value));

    public Value Compare(Relation relation, Value left, Value right) => Emit(new Compare(relation, left, right), IrType.Bool);

    /// <summary>The value as another type: an integer widened or cut, a pointer under another static type.</summary>
    public Value Coerce(Value value, IrType type) =>
        value.Type == type ? value : Emit(new Ir.Convert(value), type, value.Name);

    /// <summary>The blocks in the order they were begun; one that was named but never begun is an error of the caller's.</summary>
    public ImmutableArray<Block> Finish() =>
        [.. blocks.Select((block, index) => new Block(
            block.Reference,
            [],
            index == 0 ? [.. slots, .. block.Instructions] : block.Instructions.ToImmutable(),
            block.End ?? new Trap { Span = Span }))];

    /// <summary>Blocks that edges lead to, from the start.</summary>
    public HashSet<BlockReference> Reachable()
    {
        var byReference = blocks.ToDictionary(b => b.Reference);
        var reached = new HashSet<BlockReference>();
        var pending = new Stack<BlockReference>([blocks[0].Reference]);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (!reached.Add(block))
                continue;
            // After an error in the middle of a pattern, what follows was not begun.
            foreach (var edge in byReference.TryGetValue(block, out var begun) ? begun.End?.Edges ?? [] : [])
                pending.Push(edge.Block);
        }
        return reached;
    }
}
