using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    /// <summary>Methods of .NET that are a few instructions in BPF; null for any other.</summary>
    private Value? LowerIntrinsic(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var type = method.ContainingType;
        if (LowerNullableMethod(invocation) is { } nullable)
            return nullable;
        if (IsHasFlag(invocation))
            return LowerHasFlag(invocation);
        if (type.MetadataNameIs("System.Math"))
            return LowerMath(invocation);
        if (type.MetadataNameIs("System.Threading.Interlocked"))
            return LowerInterlocked(invocation);
        if (type.MetadataNameIs(KnownSymbols.Relaxed))
            return LowerRelaxed(invocation);
        if (type.MetadataNameIs("System.Runtime.CompilerServices.Unsafe"))
            return LowerUnsafe(invocation);
        if (type.MetadataNameIs(KnownSymbols.Scheduler) && method.Name == KnownSymbols.VtimeBefore)
            return LowerVtimeBefore(invocation);
        if (type.MetadataNameIs(KnownSymbols.Kernel))
            return LowerKernelHas(invocation);
        if (type.MetadataNameIs(KnownSymbols.KernelString) && method.Name == "CopyTo")
            return CopyKernelString(invocation);
        if (type.MetadataNameIs("System.Threading.Thread") && method.Name == "MemoryBarrier")
            return Barrier();
        if (type.MetadataNameIs("System.Threading.Volatile"))
            return LowerVolatile(invocation);
        return null;
    }

    /// <summary>Copies a text of the kernel; C# wants all of an <c>out</c> parameter to be written, which a short text does not do.</summary>
    private Value CopyKernelString(IInvocationOperation invocation)
    {
        var from = Follow(LowerValue(invocation.Instance!));
        var to = LowerAddress(invocation.Arguments[0].Value);
        var type = ((PointerType)to.Type).Target;
        builder.Add(new Zero(to, type));
        var written = builder.Emit(new CallHelper(ExitRecord.ReadKernelText, [to, builder.Constant(IrType.U32, TypeSize.Of(type)), from]), IrType.S64);
        return builder.Coerce(written, IrType.S32);
    }

    private Value LowerVtimeBefore(IInvocationOperation invocation)
    {
        var arguments = InOrder(invocation.Arguments);
        var (a, b) = (LowerValue(arguments[0]), LowerValue(arguments[1]));
        var difference = builder.Coerce(builder.Emit(new Binary(BinaryOperator.Subtract, a, b), IrType.U64), IrType.S64);
        return builder.Compare(Relation.Less, difference, builder.Constant(IrType.S64, 0));
    }

    /// <summary><c>Math</c> on integers, which has what the integer types have; null for any other method.</summary>
    private Value? LowerMath(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.Name is not ("Min" or "Max" or "Clamp" or "Abs" or "Sign") || TypeLowering.Integer(method.Parameters[0].Type) is not { } type)
            return null;
        return NumberMember(method.Name, type, [.. InOrder(invocation.Arguments).Select(LowerValue)]);
    }

    /// <summary><c>flags.HasFlag(flag)</c>, which boxes in C#'s own terms and in nothing that is made of it.</summary>
    private Value? LowerHasFlag(IInvocationOperation invocation)
    {
        if (invocation.Instance is null || invocation.Arguments[0].Value is not IConversionOperation { Operand: var flag })
            return null;
        var flags = LowerValue(WithoutBox(invocation.Instance));
        var wanted = LowerValue(flag);
        return builder.Compare(Relation.Equal, builder.Emit(new Binary(BinaryOperator.And, flags, wanted), flags.Type), wanted);
    }

    private static bool IsHasFlag(IInvocationOperation invocation) =>
        invocation.TargetMethod is { Name: "HasFlag", ContainingType.SpecialType: SpecialType.System_Enum };

    private static IOperation WithoutBox(IOperation operation) =>
        operation is IConversionOperation { OperatorMethod: null, Type.IsReferenceType: true } boxed ? boxed.Operand : operation;

    private Value? LowerVolatile(IInvocationOperation invocation)
    {
        var arguments = InOrder(invocation.Arguments);
        if (arguments.IsEmpty)
            return Barrier();
        var address = LowerAddress(arguments[0]);
        var type = ((PointerType)address.Type).Target;
        if (type is not (IntType or BoolType))
            throw Unsupported(invocation, "Volatile access to this type");
        if (invocation.TargetMethod.Name == "Read")
            return builder.Emit(new Load(address) { Volatile = true }, type);
        var stored = builder.Coerce(LowerValue(arguments[1]), type);
        builder.Add(new Store(address, stored) { Volatile = true });
        return stored;
    }
}
