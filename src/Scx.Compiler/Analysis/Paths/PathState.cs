using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>The variables of a method that waits for the one it has called.</summary>
/// <param name="Values">Its values.</param>
/// <param name="Outer">The one that called it, or null.</param>
internal sealed record Frame(PathMap<Value, Symbol> Values, Frame? Outer);

/// <summary>What is known of a symbol.</summary>
/// <param name="Range">Its value.</param>
/// <param name="Stated">The bounds that a comparison in the source has set.</param>
internal sealed record Fact(NumberRange Range, Sides Stated);

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
    public PathState() => (Values, Memory, Facts, References, Released) = (new(), new(), new(), new(), new());

    private PathState(PathState other)
    {
        (Values, Outer, Memory, Facts, Path) = (other.Values.Copy(), other.Outer, other.Memory.Copy(), other.Facts.Copy(), other.Path);
        (References, Released, Lent, Escaped) = (other.References.Copy(), other.Released.Copy(), other.Lent, other.Escaped);
        (Sections, Lost, Task) = (other.Sections, other.Lost, other.Task);
    }

    /// <summary>The values of the method at hand.</summary>
    public PathMap<Value, Symbol> Values { get; private set; }

    /// <summary>Methods that wait.</summary>
    public Frame? Outer { get; private set; }

    /// <summary>What lies at each address that is known to have been written or read.</summary>
    public PathMap<Symbol, Symbol> Memory { get; }

    /// <summary>What has been learned.</summary>
    public PathMap<Symbol, Fact> Facts { get; }

    /// <summary>How this way came here; no part of what it is.</summary>
    public PathStep? Path { get; set; }

    public PathState Clone() => new(this);

    /// <summary>Drops the values of the method at hand but for some.</summary>
    public void Keep(HashSet<Value> live)
    {
        foreach (var entry in Values)
        {
            if (!live.Contains(entry.Key))
                Values.Remove(entry.Key);
        }
    }

    /// <summary>Goes into a method, whose values are not known yet.</summary>
    public void Enter()
    {
        Outer = new Frame(Values, Outer);
        Values = new();
    }

    /// <summary>Comes back; what was learned stays.</summary>
    public void Leave()
    {
        Values = Outer!.Values.Copy();
        Outer = Outer.Outer;
    }

    /// <summary>Takes over the values of a joint way.</summary>
    public void Become(PathMap<Value, Symbol> values, Frame? outer) => (Values, Outer) = (values, outer);

    /// <summary>Drops what nothing can ask for any more.</summary>
    /// <param name="live">The values of the method at hand that are still read.</param>
    /// <param name="scratch">Memory to work in.</param>
    public void Prune(HashSet<Value> live, PruneScratch scratch)
    {
        scratch.Begin();
        Keep(live);
        foreach (var entry in Values)
            scratch.Need(entry.Value);
        for (var frame = Outer; frame is not null; frame = frame.Outer)
        {
            foreach (var entry in frame.Values)
                scratch.Need(entry.Value);
        }
        NeedHeld(scratch);
        PruneMemory(scratch);
        PruneGone(scratch);
        foreach (var entry in Facts)
        {
            if (!scratch.CanBeMade(entry.Key) && !SpanRelations.IsKept(entry.Key, scratch))
                Facts.Remove(entry.Key);
        }
    }

    private void PruneMemory(PruneScratch scratch)
    {
        var pending = scratch.Memory;
        foreach (var entry in Memory)
            pending.Add(entry);
        pending.RemoveAll(entry => SaysNothing(entry, scratch));
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int i = pending.Count - 1; i >= 0; i--)
            {
                if (Root(pending[i].Key) is var root && root is not Storage && !scratch.IsNeeded(root))
                    continue;
                scratch.Need(pending[i].Key);
                scratch.Need(pending[i].Value);
                pending.RemoveAt(i);
                changed = true;
            }
        }
        foreach (var unreachable in pending)
            Memory.Remove(unreachable.Key);
    }

    /// <summary>Whether memory outside of the stack holds a number that nothing is known of and nothing else refers to: reading it again would tell as much.</summary>
    private bool SaysNothing(KeyValuePair<Symbol, Symbol> entry, PruneScratch scratch)
    {
        if (entry.Value is not Unknown { Type: IntType } || scratch.IsNeeded(entry.Value) || Root(entry.Key) is Storage { Slot: not null })
            return false;
        foreach (var fact in Facts)
        {
            if (PruneScratch.IsMadeOf(fact.Key, entry.Value))
                return false;
        }
        foreach (var other in Memory)
        {
            if (other.Key != entry.Key && (PruneScratch.IsMadeOf(other.Value, entry.Value) || PruneScratch.IsMadeOf(other.Key, entry.Value)))
                return false;
        }
        Memory.Remove(entry.Key);
        return true;
    }

    /// <summary>The object that an address lies in.</summary>
    public static Symbol Root(Symbol address)
    {
        while (address is Part part)
            address = part.Whole;
        return address;
    }
}
