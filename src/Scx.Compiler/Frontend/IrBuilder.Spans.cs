using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>
/// Spans: their elements, lengths and parts. That an index is in range is an obligation (<see cref="InSpan"/>); what is compared all the same shows it to the
/// verifier, and leaves the method where the analysis could not decide.
/// </content>
internal sealed partial class IrBuilder
{
    /// <summary>A span that has been evaluated.</summary>
    private readonly record struct SpanParts(Value Base, Value Start, Value End)
    {
        public IrType Element => ((PointerType)Base.Type).Target;
    }

    private SpanParts SpanAt(Value address) => new(
        builder.Load(FieldNamed(address, SpanTypes.Base)), builder.Load(FieldNamed(address, SpanTypes.Start)), builder.Load(FieldNamed(address, SpanTypes.End)));

    // What is longer would drown the message that it stands in.
    private const int LongestName = 40;

    private SpanParts LowerSpan(IOperation operation) => SpanAt(LowerAddress(operation));

    private Value Stored(SpanParts span, IrType type)
    {
        var slot = builder.Slot(type);
        builder.Store(FieldNamed(slot, SpanTypes.Base), span.Base);
        builder.Store(FieldNamed(slot, SpanTypes.Start), span.Start);
        builder.Store(FieldNamed(slot, SpanTypes.End), span.End);
        return slot;
    }

    private Value Index(long number) => builder.Constant(IrType.U64, number);

    private Value Sum(Value left, Value right) => builder.Emit(new Binary(BinaryOperator.Add, left, right), IrType.U64, right.Name);

    private Value Difference(Value left, Value right) => builder.Emit(new Binary(BinaryOperator.Subtract, left, right), IrType.U64);

    private Value LengthOf(SpanParts span) =>
        builder.Coerce(builder.Emit(new Binary(BinaryOperator.Distance, span.End, span.Start), IrType.U64), IrType.S32);

    // A negative number becomes larger than any length.
    private Value Unsigned(Value number) => builder.Coerce(builder.Coerce(number, IrType.U32), IrType.U64);

    /// <summary>The number as <see cref="Unsigned"/> gives it, which has to be one of a span's indices, or at most its length.</summary>
    private Value Within(Value number, Value length, IOperation span, bool atMost = false, string part = "")
    {
        string text = span.Syntax + part;
        var obligation = new InSpan(number, length) { AtMost = atMost, Span = text.Length > LongestName || text.IndexOf('\n') >= 0 ? "the span" : text };
        var unsigned = new Value(IrType.U32, number.Name);
        builder.Add(new Ir.Convert(number) { Result = unsigned, Obligations = [obligation] });
        return builder.Coerce(unsigned, IrType.U64);
    }

    private Value ElementOf(SpanParts span, Value at)
    {
        var array = new ArrayType(span.Element, 1);
        var elements = builder.Coerce(span.Base, new PointerType(array, MemorySpace.Any));
        return builder.Emit(new ElementAddress(elements, at, array), new PointerType(span.Element, MemorySpace.Any));
    }

    /// <summary>The element that an index counted from the span's start is of.</summary>
    private Value ElementAt(SpanParts span, Value index, bool isConstant) => ElementOf(span, RequireLess(Sum(span.Start, index), span.End, isConstant));

    private Value ElementAt(SpanParts span, Value index, bool isConstant, IOperation instance) =>
        ElementAt(span, Within(index, LengthOf(span), instance), isConstant);

    /// <summary>The number once it is known to be less: that value and no other is to be used, or the verifier does not see what was compared.</summary>
    private Value RequireLess(Value number, Value limit, bool isConstant = false, Relation relation = Relation.Less)
    {
        var used = isConstant ? number : builder.Emit(new Opaque(number), IrType.U64, number.Name);
        var (inside, outside) = (builder.NewBlock("inside"), builder.NewBlock("outside"));
        builder.Branch(builder.Compare(relation, used, limit), inside, outside);
        builder.Begin(outside);
        Leave();
        builder.Begin(inside);
        return used;
    }

    /// <summary><c>span[i]</c>, <c>span[^i]</c>, and what a span's enumerator is at.</summary>
    private Value? SpanElement(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType: var type }, Instance: { } instance } property
                when SpanTypes.Element(type) is not null:
                var index = property.Arguments[0].Value;
                return ElementAt(LowerSpan(instance), LowerValue(index), index.ConstantValue.HasValue, instance);
            case IPropertyReferenceOperation { Property: { Name: "Current", ContainingType: var type }, Instance: { } instance } when SpanTypes.IsEnumerator(type):
                var at = LowerSpan(instance);
                return ElementOf(at, at.Start);
            case IImplicitIndexerReferenceOperation { Instance: var instance, Argument: var end } when SpanTypes.Element(instance.Type) is not null && IsIndex(end):
                var span = LowerSpan(instance);
                return ElementAt(span, Endpoint(end, LengthOf(span)), false, instance);
            case IInlineArrayAccessOperation { Argument: var end } access when SpanTypes.Element(access.Type) is null:
                var whole = SpanOfInlineArray(access.Instance);
                return ElementAt(whole, Endpoint(end, LengthOf(whole)), IsConstant(end), access.Instance);
            default:
                return null;
        }
    }

    private SpanParts Slice(SpanParts span, IOperation range, IOperation instance)
    {
        var length = LengthOf(span);
        var (from, to, isConstant) = Endpoints(range, length);
        return Slice(span, length, from, to, isConstant, instance);
    }

    private SpanParts Slice(SpanParts span, Value length, Value? from, Value? to, bool isConstant, IOperation instance)
    {
        var end = to is null ? span.End : RequireLess(Sum(span.Start, Within(to, length, instance, atMost: true)), span.End, isConstant, Relation.LessOrEqual);
        var start = from is null ? span.Start : RequireLess(Sum(span.Start, Within(from, to ?? length, instance, atMost: true, to is null ? "" : "[..end]")), end, isConstant, Relation.LessOrEqual);
        return new SpanParts(span.Base, start, end);
    }

    private Value? LowerSpanProperty(IPropertyReferenceOperation reference)
    {
        if (reference.Instance is { Type: IArrayTypeSymbol } array && reference.Property.Name == "Length")
            return builder.Coerce(LengthOf(SpanOfTable(array)), IrType.S32);
        if (SpanTypes.Element(reference.Property.ContainingType) is null || reference.Property.IsStatic)
            return null;
        var span = LowerSpan(reference.Instance!);
        return reference.Property.Name switch
        {
            "Length" => LengthOf(span),
            "IsEmpty" => builder.Compare(Relation.Equal, LengthOf(span), builder.Constant(IrType.S32, 0)),
            _ => null,
        };
    }
}
