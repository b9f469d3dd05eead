using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>
/// One way that stands for two, where there are too many to follow each. Numbers that differ become unknowns of which nothing is reported, as
/// the kernel may still tell the two ways apart.
/// </summary>
internal sealed class PathJoin
{
    private readonly PathState first;
    private readonly PathState second;
    private readonly PathState result = new();
    private readonly Dictionary<(Symbol, Symbol), Symbol> pairs = [];
    private readonly IReadOnlyList<ulong>? thresholds;

    private PathJoin(PathState first, PathState second, IReadOnlyList<ulong>? thresholds) =>
        (this.first, this.second, this.thresholds) = (first, second, thresholds);

    /// <summary>The joint way, or null if the two differ in more than numbers.</summary>
    /// <param name="first">A way; in a loop, what was known of it before.</param>
    /// <param name="second">Another to the same place.</param>
    /// <param name="thresholds">In a loop, the numbers at which a range that grows stops, in order; otherwise null.</param>
    public static PathState? Of(PathState first, PathState second, IReadOnlyList<ulong>? thresholds = null) =>
        new PathJoin(first, second, thresholds).Join();

    private PathState? Join()
    {
        if (Values(first.Values, second.Values) is not { } values || Frames(first.Outer, second.Outer, out var outer) is false)
            return null;
        result.Become(values, outer);
        foreach (var entry in first.Memory)
        {
            // What lies in memory known on one way only is not known.
            if (second.Memory.TryGetValue(entry.Key, out var other) && Symbol(entry.Value, other) is { } content)
                result.Memory[entry.Key] = content;
        }
        foreach (var fact in first.Facts.Keys)
        {
            if (fact is Computed { Operator: Relation })
                Unchanged(fact);
        }
        result.Path = second.Path;
        return result.KeepBoth(first, second, Symbol) ? result : null;
    }

    private bool Frames(Frame? a, Frame? b, out Frame? joined)
    {
        joined = null;
        if (a is null || b is null)
            return true;
        if (!Frames(a.Outer, b.Outer, out var outer) || Values(a.Values, b.Values) is not { } values)
            return false;
        joined = new Frame(values, outer);
        return true;
    }

    private PathMap<Value, Symbol>? Values(PathMap<Value, Symbol> a, PathMap<Value, Symbol> b)
    {
        var joined = new PathMap<Value, Symbol>();
        foreach (var entry in a)
        {
            if (!b.TryGetValue(entry.Key, out var other) || Symbol(entry.Value, other) is not { } symbol)
                return null;
            joined[entry.Key] = symbol;
        }
        return joined;
    }

    private Symbol? Symbol(Symbol a, Symbol b)
    {
        if (pairs.TryGetValue((a, b), out var known))
            return known;
        var joined = Make(a, b);
        if (joined is not null)
            pairs.Add((a, b), joined);
        return joined;
    }

    private Symbol? Make(Symbol a, Symbol b)
    {
        if (a == b && Unchanged(a))
            return a;
        if (a == b && a is not (Unknown or Computed))
            return a is Part part ? Rebuilt(part) : a;
        if (a.Type is PointerType)
        {
            // Which object a pointer names, and whether there is one, is not a number.
            if (a is not Unknown one || b is not Unknown other || !PathState.SameOrigin(one, other) || first.Range(a) != second.Range(b))
                return null;
            var pointer = new Unknown(one.Type, one.Origin);
            result.Facts[pointer] = new Fact(first.Range(a), Sides.None);
            return pointer;
        }
        if (a.Type is BoolType && (first.Range(a).Single ?? 2) != (second.Range(b).Single ?? 2))
            return null;
        if (a is Computed left && b is Computed right && Equals(left.Operator, right.Operator) && left.Type == right.Type && Alike(left, right) is { } alike)
            return alike;
        var span = a is Unknown unknown ? unknown.Origin.Span : default;
        var number = new Unknown(a.Type, new Origin(null, span, Exact: false));
        var range = Range(first.Range(a), second.Range(b), a.Type is IntType { Signed: true });
        result.Facts[number] = new Fact(range, Common(a, b, range));
        return number;
    }

    /// <summary>The ends that both ways know to be the same, and that are all the kernel could know of them.</summary>
    private Sides Common(Symbol a, Symbol b, NumberRange joined)
    {
        var (one, other) = (first.Range(a), second.Range(b));
        var common = Sides.None;
        if ((one.High, one.SignedHigh) == (joined.High, joined.SignedHigh) && (other.High, other.SignedHigh) == (joined.High, joined.SignedHigh))
            common |= Sides.High;
        if ((one.Low, one.SignedLow) == (joined.Low, joined.SignedLow) && (other.Low, other.SignedLow) == (joined.Low, joined.SignedLow))
            common |= Sides.Low;
        return Exact(Sides.Low) | Exact(Sides.High);

        Sides Exact(Sides side) => (common & side) != 0 && first.IsExact(a, side) && second.IsExact(b, side) ? side : Sides.None;
    }

    private Symbol? Alike(Computed a, Computed b) => a.Type is BoolType && Symbol(a.Left, b.Left) is { } left
        ? a.Right is null
            ? new Computed(a.Type, a.Operator, left, null)
            : b.Right is not null && Symbol(a.Right, b.Right) is { } right ? new Computed(a.Type, a.Operator, left, right) : null
        : null;

    private Part? Rebuilt(Part part)
    {
        var whole = Symbol(part.Whole, part.Whole);
        var selector = part.Selector is Symbol index ? Symbol(index, index) : part.Selector;
        return whole is null || selector is null ? null : new Part(part.Type, whole, selector);
    }

    /// <summary>Whether both ways know the same of a symbol; that is kept.</summary>
    private bool Unchanged(Symbol symbol)
    {
        first.Facts.TryGetValue(symbol, out var one);
        second.Facts.TryGetValue(symbol, out var other);
        bool same = one?.Range == other?.Range;
        same = same && symbol switch
        {
            Computed computed => Unchanged(computed.Left) && (computed.Right is null || Unchanged(computed.Right)),
            Part part => Unchanged(part.Whole) && (part.Selector is not Symbol index || Unchanged(index)),
            _ => true,
        };
        if (same && one is not null && other is not null)
            result.Facts[symbol] = new Fact(one.Range, one.Stated & other.Stated);
        return same;
    }

    private NumberRange Range(NumberRange a, NumberRange b, bool signed)
    {
        var joined = a.Join(b);
        return thresholds is null || joined == a ? joined : joined.Widen(a, thresholds, signed);
    }
}
