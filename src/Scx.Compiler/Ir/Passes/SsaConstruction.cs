using System.Collections.Immutable;

namespace Scx.Compiler.Ir.Passes;

/// <summary>
/// Turns stack slots into values: a load becomes the value last stored, and where different stores meet the block gets a parameter.
/// Parameters are put only where the slot is read later (pruned form, after Cytron et al.).
/// </summary>
public sealed class SsaConstruction
{
    private readonly Function function;
    private readonly FlowGraph graph;
    private readonly ImmutableDictionary<Value, StackSlot> slots;
    private readonly ValueSubstitution values = new();
    private readonly Dictionary<Value, Value> named = [];
    private readonly Dictionary<BlockReference, List<(Value Slot, Value Parameter)>> parameters = [];
    private readonly Dictionary<BlockReference, ImmutableDictionary<Value, Value>> stored = [];
    private readonly Dictionary<IrType, Instruction> zeros = [];

    private SsaConstruction(Function function, FlowGraph graph, ImmutableDictionary<Value, StackSlot> slots)
    {
        this.function = function;
        this.graph = graph;
        this.slots = slots;
    }

    /// <summary>The function without the slots that need no memory, and without blocks that nothing leads to.</summary>
    /// <param name="function">A well-formed function.</param>
    public static Function Run(Function function)
    {
        var graph = FlowGraph.Of(function);
        var slots = PromotableSlots.Find(graph.Order);
        return slots.IsEmpty ? function with { Blocks = graph.Order } : new SsaConstruction(function, graph, slots).Run();
    }

    private Function Run()
    {
        NameStoredValues();
        // In the order of the source, so that the same function gives the same parameters in the same order.
        foreach (var slot in graph.Order.SelectMany(b => b.Instructions).OfType<StackSlot>().Where(s => slots.ContainsKey(s.Result!)))
            PlaceParameters(slot);
        var blocks = graph.Order.Select(Rewrite).ToList();
        blocks[0] = blocks[0] with { Instructions = [.. zeros.Values, .. blocks[0].Instructions] };
        return function with { Blocks = [.. blocks.Select(PassArguments)] };
    }

    /// <summary>What is computed, called or looked up and stored in a local gets the local's name, which messages use.</summary>
    private void NameStoredValues()
    {
        var results = new HashSet<Value>(graph.Order.SelectMany(b => b.Instructions)
            .Where(i => i is CallInstruction || (i is not Constant && i.Result?.Name is null)).Select(i => i.Result).OfType<Value>());
        foreach (var store in graph.Order.SelectMany(b => b.Instructions).OfType<Store>())
        {
            var value = store.Stored;
            if (slots.TryGetValue(store.Address, out var slot) && slot.Name is { } name
                && results.Contains(value) && !named.ContainsKey(value))
            {
                named.Add(value, new Value(value.Type, name));
                values.Replace(value, named[value]);
            }
        }
    }

    private void PlaceParameters(StackSlot slot)
    {
        var address = slot.Result!;
        var (reads, writes) = SlotLiveness.Of(graph, address);
        var pending = new Stack<Block>(writes);
        var placed = new HashSet<BlockReference>();
        while (pending.Count > 0)
        {
            foreach (var meeting in graph.DominanceFrontier(pending.Pop().Reference))
            {
                if (!reads.Contains(meeting.Reference) || !placed.Add(meeting.Reference))
                    continue;
                if (!parameters.TryGetValue(meeting.Reference, out var list))
                    parameters.Add(meeting.Reference, list = []);
                list.Add((address, new Value(slot.Type, slot.Name)));
                pending.Push(meeting);
            }
        }
    }

    private Block Rewrite(Block block)
    {
        var current = graph.ImmediateDominator(block.Reference) is { } dominator
            ? stored[dominator.Reference]
            : ImmutableDictionary<Value, Value>.Empty;
        var own = parameters.TryGetValue(block.Reference, out var list) ? list : [];
        foreach (var (slot, parameter) in own)
            current = current.SetItem(slot, parameter);

        var instructions = ImmutableArray.CreateBuilder<Instruction>();
        foreach (var instruction in block.Instructions)
        {
            switch (instruction)
            {
                case StackSlot when slots.ContainsKey(instruction.Result!):
                    break;
                case Load load when slots.ContainsKey(load.Address):
                    values.Replace(load.Result!, Current(current, load.Address));
                    break;
                case Store store when slots.ContainsKey(store.Address):
                    current = current.SetItem(store.Address, values[store.Stored]);
                    break;
                case Zero zero when slots.ContainsKey(zero.Address):
                    current = current.SetItem(zero.Address, ZeroOf(zero.Type));
                    break;
                default:
                    var rewritten = values.Apply(instruction);
                    instructions.Add(rewritten.Result is { } result && named.TryGetValue(result, out var name) ? rewritten with { Result = name } : rewritten);
                    break;
            }
        }
        stored.Add(block.Reference, current);
        return block with
        {
            Parameters = [.. block.Parameters, .. own.Select(p => p.Parameter)],
            Instructions = instructions.ToImmutable(),
            End = values.Apply(block.End),
        };
    }

    private Value Current(ImmutableDictionary<Value, Value> current, Value slot) =>
        current.TryGetValue(slot, out var value) ? values[value] : ZeroOf(slots[slot].Type);

    // What was never stored is never read in C#; the verifier of the IR still wants a value.
    private Value ZeroOf(IrType type)
    {
        if (!zeros.TryGetValue(type, out var zero))
        {
            Instruction made = type is PointerType ? new NullConstant() : new Constant(0);
            zeros.Add(type, zero = made with { Result = new Value(type), Span = function.Span });
        }
        return zero.Result!;
    }

    private Block PassArguments(Block block)
    {
        var current = stored[block.Reference];
        return block with
        {
            End = block.End.With(block.End.Operands, [.. block.End.Edges.Select(edge =>
                parameters.TryGetValue(edge.Block, out var list)
                    ? edge with { Arguments = [.. edge.Arguments, .. list.Select(p => Current(current, p.Slot))] }
                    : edge)]),
        };
    }
}
