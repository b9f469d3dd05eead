using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    /// <summary><c>Interlocked</c>; null for a method of it that has no instruction.</summary>
    private Value? LowerInterlocked(IInvocationOperation invocation)
    {
        var arguments = InOrder(invocation.Arguments);
        if (arguments.IsEmpty)
            return invocation.TargetMethod.Name.StartsWith("MemoryBarrier", StringComparison.Ordinal) ? Barrier() : null;
        var address = LowerAddress(arguments[0]);
        if (((PointerType)address.Type).Target is not IntType { Bits: 32 or 64 } type)
            throw new UnsupportedException(Rules.NarrowAtomic, Spans.Of(invocation.Syntax), Display(invocation.TargetMethod));
        Value Argument(int index) => builder.Coerce(LowerValue(arguments[index]), type);
        if (address.Type is PointerType { Space: MemorySpace.Arena } && LibraryMethods.OnArena(context.Compilation, invocation.TargetMethod) is { } method)
            return CallMethod(method, () => address, [Operand.Of(address), Operand.Of(Argument(1))], invocation);
        return invocation.TargetMethod.Name switch
        {
            "Increment" => Added(address, builder.Constant(type, 1), type),
            "Decrement" => Added(address, builder.Constant(type, -1), type),
            "Add" => Added(address, Argument(1), type),
            "And" => Atomic(AtomicOperator.And, type, address, Argument(1)),
            "Or" => Atomic(AtomicOperator.Or, type, address, Argument(1)),
            "Exchange" => Atomic(AtomicOperator.Exchange, type, address, Argument(1)),
            "CompareExchange" => Atomic(AtomicOperator.CompareExchange, type, address, Argument(1), Argument(2)),
            "Read" => builder.Emit(new Load(address) { Volatile = true }, type),
            _ => null,
        };
    }

    private Value LowerRelaxed(IInvocationOperation invocation)
    {
        var arguments = InOrder(invocation.Arguments);
        var address = LowerAddress(arguments[0]);
        var type = (IntType)((PointerType)address.Type).Target;
        var amount = invocation.TargetMethod.Name switch
        {
            "Increment" => builder.Constant(type, 1),
            "Decrement" => builder.Constant(type, -1),
            _ => builder.Coerce(LowerValue(arguments[1]), type),
        };
        return builder.Emit(new AtomicOperation(AtomicOperator.Add, [address, amount]) { IsRelaxed = true }, type);
    }

    // BPF has no fence of its own: an atomic exchange is one (Linux 6.12, Documentation/bpf/standardization/instruction-set.rst).
    private Value Barrier()
    {
        var cell = Spilled(builder.Constant(IrType.U32, 0));
        return Atomic(AtomicOperator.Exchange, IrType.U32, cell, builder.Constant(IrType.U32, 0));
    }

    private Value Atomic(AtomicOperator op, IntType type, params ImmutableArray<Value> arguments) =>
        builder.Emit(new AtomicOperation(op, arguments), type);

    // .NET yields what is there afterwards.
    private Value Added(Value address, Value operand, IntType type) =>
        builder.Emit(new Binary(BinaryOperator.Add, Atomic(AtomicOperator.Add, type, address, operand), operand), type);
}
