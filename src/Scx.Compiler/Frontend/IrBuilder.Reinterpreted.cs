using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Memory of one type as memory of another.</content>
internal sealed partial class IrBuilder
{
    /// <summary><c>Unsafe.SizeOf</c>, <c>Unsafe.As</c> of a reference, <c>Unsafe.BitCast</c>; null for any other method.</summary>
    private Value? LowerUnsafe(IInvocationOperation invocation)
    {
        var types = invocation.TargetMethod.TypeArguments.Select(LowerType).ToList();
        return (invocation.TargetMethod.Name, types.Count, invocation.Arguments.Length) switch
        {
            ("SizeOf", 1, 0) => builder.Constant(IrType.S32, TypeSize.Of(types[0])),
            ("As", 2, 1) => Reinterpreted(LowerAddress(invocation.Arguments[0].Value), types[0], types[1], invocation),
            ("BitCast", 2, 1) => Held(Reinterpreted(CopyIn(types[0], types[1], invocation.Arguments[0].Value), types[0], types[1], invocation)),
            _ => null,
        };
    }

    /// <summary>Memory with a value, aligned for another type too.</summary>
    private Value CopyIn(IrType from, IrType to, IOperation value)
    {
        if (TypeLowering.Alignment(to) <= TypeLowering.Alignment(from))
        {
            var own = builder.Slot(from);
            AssignTo(own, value);
            return own;
        }
        var slot = builder.Slot(to);
        AssignTo(builder.Coerce(slot, new PointerType(from, MemorySpace.Any)), value);
        return slot;
    }

    private Value Reinterpreted(Value address, IrType from, IrType to, IInvocationOperation invocation)
    {
        bool aligned = TypeLowering.Alignment(to) <= TypeLowering.Alignment(((PointerType)address.Type).Target);
        if (TypeSize.Of(to) > TypeSize.Of(from) || !aligned)
            throw NotSeenAs(invocation);
        return builder.Coerce(address, new PointerType(to, MemorySpace.Any));
    }

    private UnsupportedException NotSeenAs(IInvocationOperation invocation)
    {
        var types = invocation.TargetMethod.TypeArguments.Select(typeArguments.Of).Select(TypeLowering.Display).ToList();
        return new(Rules.NotSeenAs, Spans.Of(invocation.Syntax), invocation.TargetMethod.Name, types[0], types[1]);
    }

    /// <summary><c>AsBytes</c>, <c>Cast</c>, <c>Read</c> and <c>Write</c> of <c>MemoryMarshal</c>; false if the method is none of them.</summary>
    private bool TryLowerMemoryMarshal(IInvocationOperation invocation, out Value? result)
    {
        result = null;
        var method = invocation.TargetMethod;
        if (!method.ContainingType.MetadataNameIs("System.Runtime.InteropServices.MemoryMarshal"))
            return false;
        var arguments = InOrder(invocation.Arguments);
        switch (method.Name)
        {
            case "AsBytes":
                result = Stored(SpanAs(LowerSpan(arguments[0]), IrType.U8), TypeOf(invocation));
                return true;
            case "Cast" when LowerType(method.TypeArguments[0]) is var from && LowerType(method.TypeArguments[1]) is var to:
                // Where a larger element would begin is not known, nor whether it is aligned.
                if (TypeSize.Of(from) % TypeSize.Of(to) != 0 || TypeLowering.Alignment(to) > TypeLowering.Alignment(from))
                    throw NotSeenAs(invocation);
                result = Stored(SpanAs(LowerSpan(arguments[0]), to), TypeOf(invocation));
                return true;
            case "Read":
                var read = builder.Slot(LowerType(method.TypeArguments[0]));
                var bytes = BytesAt(read);
                var source = LowerSpan(arguments[0]);
                CopySpan(Slice(source, LengthOf(source), null, builder.Constant(IrType.S32, TypeSize.Of(((PointerType)read.Type).Target)), true, arguments[0]), bytes, arguments[0]);
                result = Held(read);
                return true;
            case "Write":
                var destination = LowerSpan(arguments[0]);
                CopySpan(BytesAt(LowerAddress(arguments[1])), destination, arguments[0]);
                return true;
            default:
                return false;
        }
    }

    private SpanParts BytesAt(Value address) => Whole(address, IrType.U8, TypeSize.Of(((PointerType)address.Type).Target));

    /// <summary>A span of elements that a whole number of times make one of the span's.</summary>
    private SpanParts SpanAs(SpanParts span, IrType element)
    {
        var parts = Index(TypeSize.Of(span.Element) / TypeSize.Of(element));
        Value Counted(Value elements) => builder.Emit(new Binary(BinaryOperator.Multiply, elements, parts), IrType.U64);
        return new SpanParts(builder.Coerce(span.Base, new PointerType(element, MemorySpace.Any)), Counted(span.Start), Counted(span.End));
    }
}
