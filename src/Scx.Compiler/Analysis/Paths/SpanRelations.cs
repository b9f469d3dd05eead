using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>What the comparisons on the way say of an index and a length that are not known as numbers.</summary>
internal readonly struct SpanRelations(PathState state)
{
    /// <summary>Whether a symbol is a comparison of two numbers neither of which is known now, and both of which are still there to be asked about.</summary>
    public static bool IsKept(Symbol symbol, PruneScratch scratch) =>
        symbol is Computed { Operator: Relation, Left.Type: IntType } compared && compared.Left is not Literal && compared.Right is not Literal
        && scratch.IsNeeded(Taken(compared.Left).Root) && scratch.IsNeeded(Taken(compared.Right!).Root);

    /// <summary>Whether a number is shown to be at most another, less so much.</summary>
    public bool IsBelow(Symbol number, Symbol limit, long less)
    {
        var (index, indexOffset) = Taken(number);
        var (length, lengthOffset) = Taken(limit);
        // number <= limit - less is index <= length + slack.
        long slack = lengthOffset - indexOffset - less;
        if (index == length)
            return slack >= 0;
        foreach (var fact in state.Facts)
        {
            if (fact.Key is Computed { Operator: Relation relation } compared && fact.Value.Range.Single is { } truth
                && Order(compared, truth != 0 ? relation : NumberRange.Opposite(relation)) is var (small, large, strict)
                && Taken(small) is var (a, aOffset) && Taken(large) is var (b, bOffset) && a == index && b == length
                && bOffset - aOffset - (strict ? 1 : 0) <= slack)
                return true;
        }
        return false;
    }

    /// <summary>Whether the way has compared a number with something that is not known as a number.</summary>
    public bool IsCompared(Symbol number)
    {
        var (index, _) = Taken(number);
        foreach (var fact in state.Facts.Keys)
        {
            if (fact is Computed { Operator: Relation } compared
                && ((Taken(compared.Left).Root == index && state.Range(compared.Right!).Single is null)
                    || (Taken(compared.Right!).Root == index && state.Range(compared.Left).Single is null)))
                return true;
        }
        return false;
    }

    private static (Symbol Small, Symbol Large, bool Strict)? Order(Computed compared, Relation relation) => relation switch
    {
        Relation.Less => (compared.Left, compared.Right!, true),
        Relation.LessOrEqual => (compared.Left, compared.Right!, false),
        Relation.Greater => (compared.Right!, compared.Left, true),
        Relation.GreaterOrEqual => (compared.Right!, compared.Left, false),
        Relation.Equal => (compared.Left, compared.Right!, false),
        _ => null,
    };

    /// <summary>What a number is made of by conversions, and by adding and taking away numbers that are known.</summary>
    private static (Symbol Root, long Offset) Taken(Symbol symbol)
    {
        long offset = 0;
        while (symbol is Computed computed)
        {
            if (computed.Operator is null && computed.Left.Type is not PointerType)
            {
                symbol = computed.Left;
            }
            else if (computed.Operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Distance && computed.Right is Literal { Number: var right })
            {
                offset += computed.Operator is BinaryOperator.Add ? right : -right;
                symbol = computed.Left;
            }
            else
            {
                break;
            }
        }
        return (symbol, offset);
    }
}
