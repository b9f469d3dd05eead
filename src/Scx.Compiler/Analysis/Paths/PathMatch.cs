using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>
/// Whether whatever can go wrong on one way also can on another that has been walked already, as the verifier finds states equal
/// (kernel/bpf/states.c). The two ways have made their symbols separately: which stands for which is found on the way.
/// </summary>
internal sealed class PathMatch
{
    private readonly PathState state;
    private readonly PathState general;
    private readonly Dictionary<Symbol, Symbol> meant = [];

    private PathMatch(PathState state, PathState general) => (this.state, this.general) = (state, general);

    /// <summary>Whether <paramref name="general"/> covers <paramref name="state"/>, at the same place of the program.</summary>
    public static bool Covers(PathState general, PathState state)
    {
        // Most pairs differ in something that is plain to see.
        if (state.References.Count != general.References.Count || state.Sections.Length != general.Sections.Length || state.Task != general.Task)
            return false;
        foreach (var entry in general.Values)
        {
            if (entry.Value is not (Unknown or Computed or Part) && (!state.Values.TryGetValue(entry.Key, out var own) || own != entry.Value))
                return false;
        }
        var match = new PathMatch(state, general);
        if (!match.Values(state.Values, general.Values))
            return false;
        for (var (own, other) = (state.Outer, general.Outer); own is not null; (own, other) = (own.Outer, other!.Outer))
        {
            if (!ReferenceEquals(own.Values, other!.Values) && !match.Values(own.Values, other.Values))
                return false;
            if (ReferenceEquals(own.Values, other.Values) && !own.Values.Values.All(s => match.Same(s, s)))
                return false;
        }
        return match.Memory() && state.MatchesKept(general, match.Same);
    }

    private bool Values(Dictionary<Value, Symbol> own, Dictionary<Value, Symbol> other)
    {
        foreach (var entry in other)
        {
            if (!own.TryGetValue(entry.Key, out var symbol) || !Same(symbol, entry.Value))
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

    private bool Same(Symbol own, Symbol other)
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
