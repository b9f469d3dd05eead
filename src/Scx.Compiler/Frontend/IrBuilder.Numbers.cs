using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;
using Scx.Compiler.Ir.Passes;

namespace Scx.Compiler.Frontend;

/// <content>Members of .NET's integer types, called by the type's name or through an interface that a type parameter is constrained to.</content>
internal sealed partial class IrBuilder
{
    /// <summary>A member that is a few instructions; null for any other.</summary>
    private Value? LowerNumber(IMethodSymbol target, IOperation? instance, ImmutableArray<Operand> arguments)
    {
        if (target is { IsStatic: false, Name: "CompareTo" or "Equals", ContainingType.SpecialType: SpecialType.System_Boolean }
            && target.Parameters[0].Type.SpecialType == SpecialType.System_Boolean)
        {
            var (left, right) = (LowerValue(instance!), Argument(arguments[0], IrType.Bool));
            return target.Name == "Equals" ? builder.Compare(Relation.Equal, left, right) : Order(left, right);
        }
        if (target.ContainingType is not { TypeKind: TypeKind.Struct } holder || TypeLowering.Integer(holder) is not { } type)
            return null;
        // Implemented explicitly, a member is called by its interface too.
        string name = target.Name.Substring(target.Name.LastIndexOf('.') + 1);
        if (!IsNumberMember(name, target.Parameters.Length + (target.IsStatic ? 0 : 1)) || target.Parameters.Any(p => TypeLowering.Integer(p.Type) is null))
            return null;
        var values = arguments.Select((a, i) => Argument(a, LowerType(target.Parameters[i].Type)));
        if (!target.IsStatic)
            values = values.Prepend(builder.Coerce(LowerValue(instance!), type));
        return NumberMember(name, type, [.. values]);
    }

    private static bool IsNumberMember(string name, int operands) => (name, operands) switch
    {
        ("get_Zero" or "get_One" or "get_MinValue" or "get_MaxValue" or "get_AllBitsSet" or "get_AdditiveIdentity" or "get_MultiplicativeIdentity", 0) => true,
        ("Abs" or "Sign" or "IsNegative" or "IsPositive" or "IsEvenInteger" or "IsOddInteger" or "IsZero" or "CreateTruncating" or "CreateSaturating", 1) => true,
        ("PopCount" or "LeadingZeroCount" or "TrailingZeroCount" or "Log2" or "IsPow2", 1) => true,
        ("RotateLeft" or "RotateRight", 2) => true,
        ("Min" or "Max" or "CompareTo" or "Equals", 2) => true,
        ("Clamp", 3) => true,
        _ => false,
    };

    private Value NumberMember(string name, IntType type, ImmutableArray<Value> values)
    {
        Value Number(long number) => builder.Constant(type, number);
        Value Low() => builder.Emit(new Binary(BinaryOperator.And, values[0], Number(1)), type);
        return name switch
        {
            "get_Zero" or "get_AdditiveIdentity" => Number(0),
            "get_One" or "get_MultiplicativeIdentity" => Number(1),
            "get_AllBitsSet" => Number(type.Signed ? -1 : LiteralEvaluation.Wrap(-1, type)),
            "get_MinValue" => Number(Least(type)),
            "get_MaxValue" => Number(Most(type)),
            "CreateSaturating" => Saturated(values[0], type),
            "PopCount" or "LeadingZeroCount" or "TrailingZeroCount" or "Log2" => BitsCounted(name, values[0], type),
            "IsPow2" => IsPowerOf2(values[0], type),
            "RotateLeft" => Rotated(values[0], values[1], type, BinaryOperator.ShiftLeft, BinaryOperator.ShiftRightLogical),
            "RotateRight" => Rotated(values[0], values[1], type, BinaryOperator.ShiftRightLogical, BinaryOperator.ShiftLeft),
            "CreateTruncating" => builder.Coerce(values[0], type),
            "Min" => Extreme(Relation.Less, values[0], values[1], type),
            "Max" => Extreme(Relation.Greater, values[0], values[1], type),
            "Clamp" => Extreme(Relation.Less, Extreme(Relation.Greater, values[0], values[1], type), values[2], type),
            "Abs" => Absolute(values[0], type),
            "Sign" => Sign(values[0], type),
            "IsNegative" => builder.Compare(Relation.Less, values[0], Number(0)),
            "IsPositive" => builder.Compare(Relation.GreaterOrEqual, values[0], Number(0)),
            "IsZero" => builder.Compare(Relation.Equal, values[0], Number(0)),
            "IsEvenInteger" => builder.Compare(Relation.Equal, Low(), Number(0)),
            "IsOddInteger" => builder.Compare(Relation.NotEqual, Low(), Number(0)),
            "Equals" => builder.Compare(Relation.Equal, values[0], values[1]),
            "CompareTo" => CompareTo(values[0], values[1], type),
            _ => throw new InternalCompilerException(builder.Span, $"{name} of an integer"),
        };
    }

    private Value Extreme(Relation relation, Value left, Value right, IntType type) =>
        builder.Emit(new Select(builder.Compare(relation, left, right), left, right), type);

    // .NET throws for the smallest number, which is its own opposite here.
    private Value Absolute(Value value, IntType type)
    {
        if (!type.Signed)
            return value;
        var negative = builder.Compare(Relation.Less, value, builder.Constant(type, 0));
        return builder.Emit(new Select(negative, builder.Emit(new Unary(UnaryOperator.Negate, value), type), value), type);
    }

    private Value Sign(Value value, IntType type) => Order(value, builder.Constant(type, 0));

    /// <summary>-1, 0 or 1.</summary>
    private Value Order(Value left, Value right)
    {
        Value As(int number) => builder.Constant(IrType.S32, number);
        var greater = builder.Emit(new Select(builder.Compare(Relation.Greater, left, right), As(1), As(0)), IrType.S32);
        return builder.Emit(new Select(builder.Compare(Relation.Less, left, right), As(-1), greater), IrType.S32);
    }

    // For numbers narrower than int, .NET yields the difference.
    private Value CompareTo(Value left, Value right, IntType type) => type.Bits >= 32
        ? Order(left, right)
        : builder.Emit(new Binary(BinaryOperator.Subtract, builder.Coerce(left, IrType.S32), builder.Coerce(right, IrType.S32)), IrType.S32);
}
