using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
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
            ("SizeOf", 1, 0) => builder.Constant(IrType.S32, TypeLowering.Size(types[0])),
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
        if (TypeLowering.Size(to) > TypeLowering.Size(from) || !aligned)
            throw Unsupported(invocation, $"'{invocation.TargetMethod.Name}' to a type that is larger, or wants to lie at a rounder address,");
        return builder.Coerce(address, new PointerType(to, MemorySpace.Any));
    }

    /// <summary>The bytes of a span.</summary>
    private SpanParts BytesOfSpan(SpanParts span)
    {
        var size = Index(TypeLowering.Size(span.Element));
        Value Bytes(Value elements) => builder.Emit(new Binary(BinaryOperator.Multiply, elements, size), IrType.U64);
        return new SpanParts(builder.Coerce(span.Base, new PointerType(IrType.U8, MemorySpace.Any)), Bytes(span.Start), Bytes(span.End));
    }
}
