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
        if (type.MetadataNameIs("System.Math") && TypeLowering.Integer(method.ReturnType) is { } integer)
            return LowerMath(invocation, integer);
        if (type.MetadataNameIs(KnownSymbols.Scheduler) && method.Name == KnownSymbols.VtimeBefore)
            return LowerVtimeBefore(invocation);
        if (type.MetadataNameIs("System.Threading.Volatile"))
            return LowerVolatile(invocation);
        return null;
    }

    private Value LowerVtimeBefore(IInvocationOperation invocation)
    {
        var arguments = InOrder(invocation.Arguments);
        var (a, b) = (LowerValue(arguments[0]), LowerValue(arguments[1]));
        var difference = builder.Coerce(builder.Emit(new Binary(BinaryOperator.Subtract, a, b), IrType.U64), IrType.S64);
        return builder.Compare(Relation.Less, difference, builder.Constant(IrType.S64, 0));
    }

    private Value? LowerMath(IInvocationOperation invocation, IntType type)
    {
        var arguments = InOrder(invocation.Arguments);
        switch (invocation.TargetMethod.Name)
        {
            case "Min":
                return Extreme(Relation.Less, LowerValue(arguments[0]), LowerValue(arguments[1]), type);
            case "Max":
                return Extreme(Relation.Greater, LowerValue(arguments[0]), LowerValue(arguments[1]), type);
            case "Clamp":
                var (value, low, high) = (LowerValue(arguments[0]), LowerValue(arguments[1]), LowerValue(arguments[2]));
                return Extreme(Relation.Less, Extreme(Relation.Greater, value, low, type), high, type);
            case "Abs":
                var operand = LowerValue(arguments[0]);
                var negative = builder.Compare(Relation.Less, operand, builder.Constant(type, 0));
                return builder.Emit(new Select(negative, builder.Emit(new Unary(UnaryOperator.Negate, operand), type), operand), type);
            default:
                return null;
        }
    }

    private Value Extreme(Relation relation, Value left, Value right, IntType type) =>
        builder.Emit(new Select(builder.Compare(relation, left, right), left, right), type);

    private Value? LowerVolatile(IInvocationOperation invocation)
    {
        var arguments = InOrder(invocation.Arguments);
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
