using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>The variables of a method that waits for the one it has called.</summary>
/// <param name="Values">Its values.</param>
/// <param name="Outer">The one that called it, or null.</param>
internal sealed record Frame(Dictionary<Value, Symbol> Values, Frame? Outer);

/// <summary>What is known of a symbol.</summary>
/// <param name="Range">Its value.</param>
/// <param name="Stated">The bounds that a comparison in the source has set.</param>
internal readonly record struct Fact(NumberRange Range, Sides Stated);

/// <summary>Ends of a range.</summary>
[Flags]
internal enum Sides
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>The least value.</summary>
    Low = 1,

    /// <summary>The greatest value.</summary>
    High = 2,

    /// <summary>Both.</summary>
    Both = Low | High,
}

/// <summary>
/// One way through the program so far: what each value is (<see cref="Symbol"/>), what memory holds, and what the conditions on the way have
/// shown. Changed in place while a block is walked, copied where ways part.
/// </summary>
internal sealed partial class PathState
{
    private PathState(
        Dictionary<Value, Symbol> values, Frame? outer, Dictionary<Symbol, Symbol> memory, Dictionary<Symbol, Fact> facts, PathStep? path)
    {
        (Values, Outer, Memory, Facts, Path) = (values, outer, memory, facts, path);
    }

    public PathState() : this([], null, [], [], null) { }

    /// <summary>The values of the method at hand.</summary>
    public Dictionary<Value, Symbol> Values { get; private set; }

    /// <summary>Methods that wait.</summary>
    public Frame? Outer { get; private set; }

    /// <summary>What lies at each address that is known to have been written or read.</summary>
    public Dictionary<Symbol, Symbol> Memory { get; }

    /// <summary>What has been learned.</summary>
    public Dictionary<Symbol, Fact> Facts { get; }

    /// <summary>How this way came here; no part of what it is.</summary>
    public PathStep? Path { get; set; }

    public PathState Clone() => new(new(Values), Outer, new(Memory), new(Facts), Path)
    {
        References = new(References),
        Released = new(Released),
        Sections = Sections,
        Lent = Lent,
        Escaped = Escaped,
        Lost = Lost,
        Task = Task,
    };

    /// <summary>Goes into a method, whose values are not known yet.</summary>
    public void Enter()
    {
        Outer = new Frame(Values, Outer);
        Values = [];
    }

    /// <summary>Comes back; what was learned stays.</summary>
    public void Leave()
    {
        Values = new(Outer!.Values);
        Outer = Outer.Outer;
    }

    /// <summary>Takes over the values of a joint way.</summary>
    public void Become(Dictionary<Value, Symbol> values, Frame? outer) => (Values, Outer) = (values, outer);

    /// <summary>Drops what nothing can ask for any more.</summary>
    /// <param name="live">The values of the method at hand that are still read.</param>
    /// <param name="scratch">Memory to work in.</param>
    public void Prune(HashSet<Value> live, PruneScratch scratch)
    {
        scratch.Clear();
        var used = scratch.Used;
        foreach (var entry in Values)
        {
            if (live.Contains(entry.Key))
                Mark(entry.Value, used);
            else
                scratch.DeadValues.Add(entry.Key);
        }
        foreach (var value in scratch.DeadValues)
            Values.Remove(value);
        for (var frame = Outer; frame is not null; frame = frame.Outer)
        {
            foreach (var entry in frame.Values)
                Mark(entry.Value, used);
        }
        MarkKept(used);
        MarkMemory(scratch);
        scratch.DeadSymbols.Clear();
        foreach (var entry in Facts)
        {
            if (!used.Contains(entry.Key) && !SpanRelations.IsKept(entry.Key, used))
                scratch.DeadSymbols.Add(entry.Key);
        }
        foreach (var symbol in scratch.DeadSymbols)
            Facts.Remove(symbol);
    }

    private void MarkMemory(PruneScratch scratch)
    {
        var pending = scratch.Memory;
        pending.AddRange(Memory);
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int i = pending.Count - 1; i >= 0; i--)
            {
                if (Root(pending[i].Key) is var root && root is not Storage && !scratch.Used.Contains(root))
                    continue;
                Mark(pending[i].Key, scratch.Used);
                Mark(pending[i].Value, scratch.Used);
                pending.RemoveAt(i);
                changed = true;
            }
        }
        foreach (var unreachable in pending)
            Memory.Remove(unreachable.Key);
    }

    private static void Mark(Symbol symbol, HashSet<Symbol> used)
    {
        if (!used.Add(symbol))
            return;
        if (symbol is Computed computed)
        {
            Mark(computed.Left, used);
            if (computed.Right is not null)
                Mark(computed.Right, used);
        }
        else if (symbol is Part part)
        {
            Mark(part.Whole, used);
            if (part.Selector is Symbol index)
                Mark(index, used);
        }
    }

    /// <summary>The object that an address lies in.</summary>
    public static Symbol Root(Symbol address)
    {
        while (address is Part part)
            address = part.Whole;
        return address;
    }
}
