using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>
/// Whether whatever can go wrong on one way also can on another that has been walked already, as the verifier finds states equal
/// (kernel/bpf/states.c). The two ways have made their symbols separately: which stands for which is found on the way.
/// </summary>
internal sealed class PathMatch
{
    private readonly PathMap<Symbol, Symbol> meant = new();
    private PathState state = null!;
    private PathState general = null!;

    /// <summary>Whether one of some states covers <paramref name="own"/>, all of them at the same place of the program.</summary>
    public bool Covered(List<PathState> seen, PathState own)
    {
        foreach (var one in seen)
        {
            if (Covers(one, own))
                return true;
        }
        return false;
    }

    /// <summary>Whether <paramref name="other"/> covers <paramref name="own"/>, at the same place of the program.</summary>
    public bool Covers(PathState other, PathState own)
    {
        // Most pairs differ in something that is plain to see.
        if (own.References.Count != other.References.Count || own.Sections.Length != other.Sections.Length || own.Task != other.Task)
            return false;
        foreach (var entry in other.Values)
        {
            if (entry.Value is not (Unknown or Computed or Part) && (!own.Values.TryGetValue(entry.Key, out var known) || known != entry.Value))
                return false;
        }
        (state, general) = (own, other);
        meant.Clear();
        return Values(own.Values, other.Values) && Frames() && Memory() && own.MatchesKept(other, this);
    }

    private bool Frames()
    {
        for (var (own, other) = (state.Outer, general.Outer); own is not null; (own, other) = (own.Outer, other!.Outer))
        {
            if (!Values(own.Values, other!.Values))
                return false;
        }
        return true;
    }

    private bool Values(PathMap<Value, Symbol> own, PathMap<Value, Symbol> other)
    {
        foreach (var entry in other)
        {
            var symbol = entry.Value;
            if ((own != other && !own.TryGetValue(entry.Key, out symbol)) || !Same(symbol, entry.Value))
                return false;
        }
        return true;
    }

    private bool Memory()
    {
        foreach (var entry in general.Memory)
        {
            if (Translate(entry.Key) is not { } address || !state.Memory.TryGetValue(address, out var content) || !Same(content, entry.Value))
                return false;
        }
        return true;
    }

    /// <summary>The own symbol that one of the general state stands for.</summary>
    private Symbol? Translate(Symbol symbol)
    {
        if (meant.TryGetValue(symbol, out var own))
            return own;
        if (symbol is not Part part)
            return symbol is Unknown ? null : symbol;
        var whole = Translate(part.Whole);
        var selector = part.Selector is Symbol index ? Translate(index) : part.Selector;
        if (whole is null || selector is null)
            return null;
        return whole == part.Whole && selector == part.Selector
            ? part
            : state.Memory.Keys.OfType<Part>().FirstOrDefault(p => p.Whole == whole && p.Selector.Equals(selector));
    }

    /// <summary>Whether a symbol is one that a symbol of the general state can stand for.</summary>
    public bool Same(Symbol own, Symbol other)
    {
        if (meant.TryGetValue(other, out var known))
            return known == own;
        if (!Fits(own, other))
            return false;
        meant[other] = own;
        return true;
    }

    private bool Fits(Symbol own, Symbol other)
    {
        switch (other)
        {
            case Unknown { Type: PointerType } pointer:
                return own is Unknown same && PathState.SameOrigin(same, pointer) && InRange(own, other);
            case Unknown unknown:
                return own.Type is not PointerType && InRange(own, other) && (unknown.Origin.Exact || !state.IsExact(own) || Narrower(own, other));
            case Computed computed:
                return own is Computed alike && Equals(alike.Operator, computed.Operator) && alike.Type == computed.Type
                    && Same(alike.Left, computed.Left)
                    && (computed.Right is null || (alike.Right is not null && Same(alike.Right, computed.Right)))
                    && (!general.Facts.ContainsKey(other) || InRange(own, other));
            case Part part:
                return own is Part piece && Same(piece.Whole, part.Whole)
                    && (part.Selector is Symbol index
                        ? piece.Selector is Symbol ownIndex && Same(ownIndex, index)
                        : part.Selector.Equals(piece.Selector));
            default:
                return own == other;
        }
    }

    // Without this an exact way would end in one that nothing is reported of.
    private bool Narrower(Symbol own, Symbol other) => general.IsExact(other) || state.Range(own).Single is not null;

    private bool InRange(Symbol own, Symbol other) => general.Range(other).Includes(state.Range(own));
}
