using System.Collections.Immutable;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>What the walk over a method needs of its graph, worked out once.</summary>
internal sealed class MethodPaths
{
    private readonly HashSet<Value>[] live;
    private readonly Dictionary<Call, HashSet<Value>> liveAfter = [];
    private readonly bool[] headers;
    private readonly bool[] joins;
    private readonly bool[] onlyTraps;
    private readonly HashSet<int> cuts = [];
    private readonly Dictionary<Value, Instruction> makers;
    private readonly Dictionary<Value, CallKernel> ranges = [];
    private HashSet<Value>? constantIndexes;

    public MethodPaths(Function function)
    {
        Function = function;
        Graph = FlowGraph.Of(function);
        live = [.. Graph.Order.Select(_ => new HashSet<Value>())];
        headers = [.. Graph.Order.Select((block, at) => Graph.Predecessors(block.Reference).Any(p => Graph.Position(p.From.Reference) >= at))];
        joins = [.. Graph.Order.Select((block, at) => at == 0 || headers[at] || Graph.Predecessors(block.Reference).Count > 1)];
        onlyTraps = OnlyTraps(Graph);
        foreach (var cut in Graph.Order.Select(b => b.End).OfType<MayGoto>())
            AddCuts(Graph.Position(cut.Exhausted.Block));
        Slots = [.. function.Blocks.SelectMany(b => b.Instructions).OfType<StackSlot>()];
        makers = function.Definitions();
        foreach (var begun in function.Blocks.SelectMany(b => b.Instructions).OfType<CallKernel>().Where(c => c.Arguments is { Length: 3 } ends && ends[1].Type is IntType && Maker(c.Arguments[0]) is StackSlot))
            ranges[begun.Arguments[0]] = begun;
        FindLive();
        // The compiler's own comparisons of indices say nothing of where a loop ends.
        var checks = function.Blocks.SelectMany(b => b.Instructions).OfType<Compare>().Where(c => Maker(c.Left) is Opaque).Select(c => Maker(c.Right));
        Thresholds = [.. function.Blocks.SelectMany(b => b.Instructions).OfType<Constant>().Except(checks.OfType<Constant>())
            .SelectMany(c => c.Number > 0 ? [(ulong)c.Number - 1, (ulong)c.Number, (ulong)c.Number + 1] : Array.Empty<ulong>())
            .Distinct().OrderBy(n => n)];
    }

    public Function Function { get; }

    public FlowGraph Graph { get; }

    /// <summary>Its variables in memory.</summary>
    public HashSet<StackSlot> Slots { get; }

    /// <summary>The numbers that the method names and their neighbours: where a loop's variables stop growing.</summary>
    public ImmutableArray<ulong> Thresholds { get; }

    public Block this[int position] => Graph.Order[position];

    /// <summary>Whether an edge leads back to the block.</summary>
    public bool IsLoop(int position) => headers[position];

    /// <summary>Whether ways meet at the block, or begin there.</summary>
    public bool IsJoin(int position) => joins[position];

    /// <summary>Whether every way from the block leaves the method where it was not meant to be left.</summary>
    public bool OnlyTraps(int position) => onlyTraps[position];

    /// <summary>Whether the block is on the way out of a loop that takes too many turns.</summary>
    public bool IsCut(int position) => cuts.Contains(position);

    /// <summary>The instruction that makes a value; null for a parameter.</summary>
    public Instruction? Maker(Value value) => makers.TryGetValue(value, out var maker) ? maker : null;

    /// <summary>The user's word for a value: its own name, or that of the variable which holds it under another type. Null if it has none.</summary>
    public string? NameOf(Value value) =>
        value.Name ?? Function.Blocks.SelectMany(b => b.Instructions).OfType<Ir.Convert>().FirstOrDefault(c => c.Operand == value && c.Result!.Name is not null)?.Result!.Name;

    /// <summary>The call that began the range of numbers which a call goes through; null if it is another call.</summary>
    public CallKernel? RangeOf(Instruction? next) => next is CallKernel { Function.IteratorNext: true, Arguments: { Length: 1 } state, Result.Type: PointerType { Target: IntType } }
        ? ranges.TryGetValue(state[0], out var begun) ? begun : null
        : null;

    /// <summary>Whether a variable that holds a lookup's index gets a constant, of which the verifier knows.</summary>
    public bool HasConstantIndex(Value slot) => (constantIndexes ??= [.. ConstantIndexes.Of(Function)]).Contains(slot);

    /// <summary>The values that are read after the block has been entered, its parameters among them.</summary>
    public HashSet<Value> Live(int position) => live[position];

    /// <summary>The values that are read after a method of the scheduler's has been called, its result among them.</summary>
    public HashSet<Value> LiveAfter(Call call) => liveAfter[call];

    /// <summary>Whether anything reads a value after an instruction.</summary>
    /// <param name="value">The value.</param>
    /// <param name="at">Position of the instruction's block.</param>
    /// <param name="instruction">Its index in the block.</param>
    public bool IsReadAfter(Value value, int at, int instruction)
    {
        var block = Graph.Order[at];
        return block.Instructions.Skip(instruction + 1).Any(i => Reads(i, value))
            || block.End.Operands.Contains(value)
            || block.End.Edges.Any(e => e.Arguments.Contains(value) || live[Graph.Position(e.Block)].Contains(value));
    }

    /// <summary>Whether something holds a value beyond the expression that made it: a variable, memory, whoever called.</summary>
    public bool IsKept(Value value) =>
        value.Name is not null
        || Function.Blocks.Any(b => b.End.Operands.Contains(value) || b.End.Edges.Any(e => e.Arguments.Contains(value)))
        || Function.Blocks.SelectMany(b => b.Instructions).Where(i => i.Operands.Contains(value)).Any(i => i switch
        {
            Store store => store.Stored == value,
            Ir.Convert or Select => IsKept(i.Result!),
            Call => true,
            _ => false,
        });

    private static bool[] OnlyTraps(FlowGraph graph)
    {
        bool[] only = [.. graph.Order.Select(_ => true)];
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int at = only.Length - 1; at >= 0; at--)
            {
                if (only[at] && (graph.Order[at].End is Return || graph.Order[at].End.Edges.Any(e => !only[graph.Position(e.Block)])))
                    (only[at], changed) = (false, true);
            }
        }
        return only;
    }

    private void AddCuts(int position)
    {
        if (!onlyTraps[position] || !cuts.Add(position))
            return;
        foreach (var edge in Graph.Order[position].End.Edges)
            AddCuts(Graph.Position(edge.Block));
    }

    private static bool Reads(Instruction instruction, Value value) =>
        instruction.Operands.Contains(value) || ObligationValues.Of(instruction).Contains(value);

    private void FindLive()
    {
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int at = Graph.Order.Length - 1; at >= 0; at--)
            {
                int before = live[at].Count;
                AddLive(at, live[at]);
                changed |= live[at].Count != before;
            }
        }
        for (int at = 0; at < live.Length; at++)
            AddLive(at, [], liveAfter);
    }

    private void AddLive(int at, HashSet<Value> own, Dictionary<Call, HashSet<Value>>? after = null)
    {
        var block = Graph.Order[at];
        foreach (var edge in block.End.Edges)
        {
            own.UnionWith(live[Graph.Position(edge.Block)]);
            own.UnionWith(edge.Arguments);
        }
        own.UnionWith(block.End.Operands);
        for (int i = block.Instructions.Length - 1; i >= 0; i--)
        {
            var instruction = block.Instructions[i];
            if (after is not null && instruction is Call call)
                after[call] = [.. own];
            if (instruction.Result is { } result)
                own.Remove(result);
            own.UnionWith(instruction.Operands);
            own.UnionWith(ObligationValues.Of(instruction));
            if (RangeOf(instruction) is { } range)
                own.UnionWith(range.Arguments);
        }
    }
}
