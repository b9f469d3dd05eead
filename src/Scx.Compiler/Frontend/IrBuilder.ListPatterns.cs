using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>List patterns on spans and on constant tables: the length first, then the elements.</content>
internal sealed partial class IrBuilder
{
    private void MatchList(Value value, ITypeSymbol type, IListPatternOperation pattern, BlockReference failed)
    {
        if (SpanTypes.Element(typeArguments.Of(type)) is not { } element)
            throw Unsupported(pattern, $"A list pattern on '{TypeLowering.Display(type)}', which is no span,");
        var (span, patterns) = (SpanAt(value), pattern.Patterns);
        int slice = patterns.ToList().FindIndex(p => p is ISlicePatternOperation);
        int before = slice < 0 ? patterns.Length : slice, after = slice < 0 ? 0 : patterns.Length - slice - 1;
        var relation = slice < 0 ? Relation.Equal : Relation.GreaterOrEqual;
        Require(builder.Compare(relation, LengthOf(span), builder.Constant(IrType.S32, before + after)), failed);
        for (int i = 0; i < before; i++)
            MatchElement(ElementAt(span, Index(i), isConstant: true), element, patterns[i], failed);
        if (slice >= 0 && ((ISlicePatternOperation)patterns[slice]).Pattern is { } rest)
        {
            var part = new SpanParts(span.Base, Sum(span.Start, Index(before)), Difference(span.End, Index(after)));
            Match(Stored(part, ((PointerType)value.Type).Target), type, rest, failed);
        }
        for (int i = 0; i < after; i++)
        {
            var at = Difference(Difference(span.End, Index(after - i)), span.Start);
            MatchElement(ElementAt(span, at, isConstant: false), element, patterns[slice + 1 + i], failed);
        }
        Bind(value, pattern.DeclaredSymbol, pattern);
    }

    private void MatchElement(Value address, ITypeSymbol element, IPatternOperation pattern, BlockReference failed)
    {
        if (pattern is not IDiscardPatternOperation)
            Match(Held(address), element, pattern, failed);
    }

    /// <summary>A table as a span, so that it can be matched; null for anything else.</summary>
    private (Value Value, ITypeSymbol Type)? TableAsSpan(IOperation matched)
    {
        if (matched.Type is not IArrayTypeSymbol array)
            return null;
        var type = context.Compilation.GetTypeByMetadataName("System.ReadOnlySpan`1")!.Construct(array.ElementType);
        return (Stored(SpanOfTable(matched), TypeOf(type, Spans.Of(matched.Syntax))), type);
    }
}
