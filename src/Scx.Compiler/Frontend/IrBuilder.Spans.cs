using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Spans: their elements, lengths and parts. An index that is out of range leaves the method.</content>
internal sealed partial class IrBuilder
{
    /// <summary>A span that has been evaluated.</summary>
    private readonly record struct SpanParts(Value Base, Value Start, Value End)
    {
        public IrType Element => ((PointerType)Base.Type).Target;
    }

    private SpanParts SpanAt(Value address) => new(
        builder.Load(FieldNamed(address, SpanTypes.Base)), builder.Load(FieldNamed(address, SpanTypes.Start)), builder.Load(FieldNamed(address, SpanTypes.End)));

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

    private Value LengthOf(SpanParts span) => builder.Coerce(Difference(span.End, span.Start), IrType.S32);

    // A negative number becomes larger than any length.
    private Value Unsigned(Value number) => builder.Coerce(builder.Coerce(number, IrType.U32), IrType.U64);

    private Value ElementOf(SpanParts span, Value at)
    {
        var array = new ArrayType(span.Element, 1);
        var elements = builder.Coerce(span.Base, new PointerType(array, MemorySpace.Any));
        return builder.Emit(new ElementAddress(elements, at, array), new PointerType(span.Element, MemorySpace.Any));
    }

    /// <summary>The element that an index counted from the span's start is of.</summary>
    private Value ElementAt(SpanParts span, Value index, bool isConstant) => ElementOf(span, RequireLess(Sum(span.Start, index), span.End, isConstant));

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
                return ElementAt(LowerSpan(instance), Unsigned(LowerValue(index)), index.ConstantValue.HasValue);
            case IPropertyReferenceOperation { Property: { Name: "Current", ContainingType: var type }, Instance: { } instance } when SpanTypes.IsEnumerator(type):
                var at = LowerSpan(instance);
                return ElementOf(at, at.Start);
            case IImplicitIndexerReferenceOperation { Instance: var instance, Argument: IUnaryOperation hat } when SpanTypes.Element(instance.Type) is not null:
                var span = LowerSpan(instance);
                return ElementAt(span, Endpoint(hat, span), false);
            case IInlineArrayAccessOperation { Argument: IUnaryOperation hat } access when SpanTypes.Element(access.Type) is null:
                var whole = SpanOfInlineArray(access.Instance);
                return ElementAt(whole, Endpoint(hat, whole), hat.Operand.ConstantValue.HasValue);
            default:
                return null;
        }
    }

    /// <summary>An end of a range, counted from the span's start.</summary>
    private Value Endpoint(IOperation operation, SpanParts span) => operation switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => Unsigned(builder.Coerce(Difference(Difference(span.End, span.Start), Unsigned(LowerValue(hat.Operand))), IrType.U32)),
        IConversionOperation { OperatorMethod: not null } conversion => Unsigned(LowerValue(conversion.Operand)),
        _ => throw Unsupported(operation, "An Index or Range that is kept in a variable"),
    };

    private SpanParts Slice(SpanParts span, IOperation range)
    {
        if (range is not IRangeOperation { LeftOperand: var left, RightOperand: var right })
            throw Unsupported(range, "An Index or Range that is kept in a variable");
        return Slice(span, left is null ? null : Endpoint(left, span), right is null ? null : Endpoint(right, span), IsConstant(left) && IsConstant(right));
    }

    private static bool IsConstant(IOperation? end) => end is null or IConversionOperation { Operand.ConstantValue.HasValue: true };

    private SpanParts Slice(SpanParts span, Value? from, Value? to, bool isConstant)
    {
        var end = to is null ? span.End : RequireLess(Sum(span.Start, to), span.End, isConstant, Relation.LessOrEqual);
        var start = from is null ? span.Start : RequireLess(Sum(span.Start, from), end, isConstant, Relation.LessOrEqual);
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
            "IsEmpty" => builder.Compare(Relation.Equal, span.Start, span.End),
            _ => null,
        };
    }
}
