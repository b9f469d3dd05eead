using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

internal sealed partial class PathState
{
    /// <summary>What a number, a truth value or (null or not) a pointer can be on this way.</summary>
    public NumberRange Range(Symbol symbol)
    {
        switch (symbol)
        {
            case Literal literal:
                return NumberRange.Constant(NumberRange.BitsOf(literal.Type), literal.Number);
            case KernelEnumSymbol constant:
                return NumberRange.Constant(NumberRange.BitsOf(constant.Type), constant.Constant.Number);
            case NullSymbol:
                return NumberRange.Null;
            case Storage or Part:
                return NumberRange.NotNull;
            case Computed computed:
                var range = Compute(computed);
                return Facts.TryGetValue(symbol, out var more) ? range.Intersect(more.Range) : range;
            default:
                if (Facts.TryGetValue(symbol, out var fact))
                    return fact.Range;
                return symbol.Type is PointerType { MayBeNull: false } ? NumberRange.NotNull : NumberRange.Of(symbol.Type);
        }
    }

    /// <summary>Whether the ends of what <see cref="Range"/> says are all that the kernel could know, or have been set by a comparison of the user's.</summary>
    public bool IsExact(Symbol symbol, Sides sides = Sides.Both)
    {
        if (Facts.TryGetValue(symbol, out var fact) && (fact.Stated & sides) == sides)
            return true;
        return symbol switch
        {
            Unknown unknown => unknown.Origin.Exact,
            Computed { Operator: null } converted => IsExact(converted.Left, sides),
            Computed { Operator: BinaryOperator.Add or BinaryOperator.Multiply } rising => IsExact(rising.Left, sides) && IsExact(rising.Right!, sides),
            Computed { Operator: BinaryOperator.Subtract or BinaryOperator.Distance } falling when Range(falling.Right!).Single is not null => IsExact(falling.Left, sides),
            Computed computed => IsExact(computed.Left) && (computed.Right is null || IsExact(computed.Right)),
            _ => true,
        };
    }

    private NumberRange Compute(Computed computed)
    {
        bool signed = computed.Left.Type is IntType { Signed: true };
        switch (computed.Operator)
        {
            case null when computed.Left.Type is PointerType:
                return NumberRange.Of(computed.Type);
            case null:
                return Range(computed.Left).Convert(signed, NumberRange.BitsOf(computed.Type));
            case UnaryOperator.Negate:
                return Range(computed.Left).Negate();
            case UnaryOperator:
                return Range(computed.Left).Invert();
            case BinaryOperator op:
                return NumberRange.Compute(op, Range(computed.Left), Range(computed.Right!), signed);
            default:
                return Truth((Relation)computed.Operator, computed.Left, computed.Right!, signed) is { } truth
                    ? NumberRange.Constant(1, truth ? 1 : 0)
                    : NumberRange.All(1);
        }
    }

    private bool? Truth(Relation relation, Symbol left, Symbol right, bool signed)
    {
        if (left == right)
            return relation is Relation.Equal or Relation.LessOrEqual or Relation.GreaterOrEqual;
        var (a, b) = (Range(left), Range(right));
        // Two pointers that are both not null may still differ.
        if (left.Type is PointerType && a.IsTrue && b.IsTrue)
            return null;
        return NumberRange.Holds(relation, a, b, signed);
    }

    /// <summary>Learns that a condition came out as given; false if it cannot have.</summary>
    public bool Assume(Symbol condition, bool holds)
    {
        var truth = Range(condition);
        if (holds ? truth.IsFalse : truth.IsTrue)
            return false;
        // That a comparison holds anyway still says which bound the user has set.
        if (truth.Single is not null)
            return IsExact(condition) || Imply(condition, holds);
        return Learn(condition, NumberRange.Constant(1, holds ? 1 : 0), Sides.None) && Imply(condition, holds);
    }

    private bool Imply(Symbol condition, bool holds) =>
        condition switch
        {
            Computed { Operator: UnaryOperator.Not } not => Assume(not.Left, !holds),
            Computed { Operator: BinaryOperator.And } both when holds => Assume(both.Left, true) && Assume(both.Right!, true),
            Computed { Operator: BinaryOperator.Or } either when !holds => Assume(either.Left, false) && Assume(either.Right!, false),
            Computed { Operator: Relation relation } compared => Relate(compared, holds ? relation : NumberRange.Opposite(relation)),
            _ => true,
        };

    private bool Relate(Computed compared, Relation relation)
    {
        var (left, right) = (compared.Left, compared.Right!);
        if (left.Type is PointerType)
            return RelatePointers(left, right, relation);
        bool signed = left.Type is IntType { Signed: true };
        return Bound(left, relation, right, signed) && Bound(right, NumberRange.Mirrored(relation), left, signed);
    }

    private bool Bound(Symbol symbol, Relation relation, Symbol other, bool signed)
    {
        var sides = relation switch
        {
            Relation.Equal => Sides.Both,
            Relation.Less or Relation.LessOrEqual => Sides.High,
            Relation.Greater or Relation.GreaterOrEqual => Sides.Low,
            _ => Sides.None,
        };
        var bound = NumberRange.Of(symbol.Type).Where(relation, Range(other), signed);
        var range = Range(symbol).Where(relation, Range(other), signed);
        // A bound that is known to be closer already is not this comparison's.
        if (!bound.IsEmpty && ((sides & Sides.High) != 0 && End(range, signed, high: true) != End(bound, signed, high: true)
            || (sides & Sides.Low) != 0 && End(range, signed, high: false) != End(bound, signed, high: false)))
            sides = Sides.None;
        // What the loader sets is known to the verifier, whatever it is compared with here.
        if (IsSetByLoader(symbol))
            sides = Sides.None;
        return Narrow(symbol, range, IsExact(other, sides) ? sides : Sides.None);
    }

    private static bool IsSetByLoader(Symbol symbol) => symbol switch
    {
        Computed computed => IsSetByLoader(computed.Left) && (computed.Right is null or Literal || IsSetByLoader(computed.Right)),
        Unknown { Source: { } address } => Root(address) is Storage { Global.Section: GlobalSection.ReadOnly },
        _ => false,
    };

    private static ulong End(NumberRange range, bool signed, bool high) =>
        high ? (signed ? unchecked((ulong)range.SignedHigh) : range.High) : signed ? unchecked((ulong)range.SignedLow) : range.Low;

    private bool RelatePointers(Symbol left, Symbol right, Relation relation)
    {
        if (relation == Relation.Equal)
            return Narrow(left, Range(left).Intersect(Range(right))) && Narrow(right, Range(right).Intersect(Range(left)));
        if (Range(right).IsFalse)
            return Narrow(left, Range(left).Intersect(NumberRange.NotNull));
        return !Range(left).IsFalse || Narrow(right, Range(right).Intersect(NumberRange.NotNull));
    }

    /// <summary>Learns that a symbol is in a range, and what that says of what it was computed from.</summary>
    /// <param name="symbol">Any symbol.</param>
    /// <param name="range">The range.</param>
    /// <param name="stated">The ends that a comparison with something known has set.</param>
    public bool Narrow(Symbol symbol, NumberRange range, Sides stated = Sides.None)
    {
        var before = Range(symbol);
        if (range.IsEmpty)
            return false;
        return (range == before && (stated == Sides.None || IsExact(symbol, stated))) || (Learn(symbol, range, stated) && NarrowOperands(symbol, range, stated));
    }

    private bool NarrowOperands(Symbol symbol, NumberRange range, Sides stated)
    {
        if (symbol is not Computed computed)
            return true;
        var left = computed.Left;
        switch (computed.Operator)
        {
            case null when left.Type is not PointerType && Invertible(left, computed.Type) is { } back:
                return Narrow(left, Range(left).Intersect(back(range)), stated);
            case BinaryOperator.Add when Range(computed.Right!).Single is { } added:
                return Narrow(left, Moved(left, range, BinaryOperator.Subtract, added), stated);
            case BinaryOperator.Subtract or BinaryOperator.Distance when Range(computed.Right!).Single is { } taken:
                return Narrow(left, Moved(left, range, BinaryOperator.Add, taken), stated);
            case Relation or UnaryOperator.Not when symbol.Type is BoolType:
                return range.Single is not { } truth || Imply(symbol, truth != 0);
            default:
                return true;
        }
    }

    /// <summary>How a range of a conversion's result is one of its operand; null if the conversion may have lost something.</summary>
    private Func<NumberRange, NumberRange>? Invertible(Symbol operand, IrType type)
    {
        bool signed = operand.Type is IntType { Signed: true };
        int from = NumberRange.BitsOf(operand.Type), to = NumberRange.BitsOf(type);
        if (from <= to)
            return range => range.Convert(signed, from);
        var before = Range(operand);
        bool fits = before.High <= NumberRange.Mask(to)
            || (signed && type is IntType { Signed: true }
                && before.SignedLow >= NumberRange.All(to).SignedLow && before.SignedHigh <= NumberRange.All(to).SignedHigh);
        return fits ? range => range.Convert(type is IntType { Signed: true }, from) : null;
    }

    private NumberRange Moved(Symbol operand, NumberRange range, BinaryOperator op, ulong by)
    {
        bool signed = operand.Type is IntType { Signed: true };
        var moved = NumberRange.Compute(op, range, NumberRange.Constant(range.Bits, unchecked((long)by)), signed);
        return Range(operand).Intersect(moved);
    }

    private bool Learn(Symbol symbol, NumberRange range, Sides stated)
    {
        if (range.IsEmpty)
            return false;
        // A literal has nothing to be learned of; that it fits has been seen.
        if (symbol is Unknown or Computed)
            Facts[symbol] = new Fact(range, stated | (Facts.TryGetValue(symbol, out var known) ? known.Stated : Sides.None));
        return true;
    }
}
