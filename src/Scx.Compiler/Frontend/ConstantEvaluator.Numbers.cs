using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Arithmetic: exact, then cut to the type's bits.</content>
internal sealed partial class ConstantEvaluator
{
    private static IntType? Integer(ITypeSymbol? type) => type is null ? null : TypeLowering.Integer(type);

    private object Cut(BigInteger number, ITypeSymbol? type, bool isChecked = false)
    {
        if (Integer(type) is not { Bits: var bits, Signed: var isSigned })
            return Fail();
        var cut = number & ((BigInteger.One << bits) - 1);
        if (isSigned && cut >> (bits - 1) != 0)
            cut -= BigInteger.One << bits;
        return isChecked && cut != number ? Fail() : cut;
    }

    private object Converted(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is { } method)
            return Call(method, null, [Held(conversion.Operand)]);
        return Value(conversion.Operand) switch
        {
            BigInteger number => Cut(number, conversion.Type, conversion.IsChecked),
            bool truth when conversion.Type?.SpecialType == SpecialType.System_Boolean => truth,
            StructConstant value when conversion.Type is { TypeKind: TypeKind.Struct, OriginalDefinition.SpecialType: SpecialType.None } => value,
            object[] array when conversion.Type is IArrayTypeSymbol => array,
            _ => Fail(),
        };
    }

    private object Unary(IUnaryOperation unary)
    {
        if (unary.OperatorMethod is { } method)
            return Call(method, null, [Held(unary.Operand)]);
        if (unary.IsLifted)
            return Fail();
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Not => !Truth(unary.Operand),
            UnaryOperatorKind.Plus => Number(unary.Operand),
            UnaryOperatorKind.Minus => Cut(-Number(unary.Operand), unary.Type, unary.IsChecked),
            UnaryOperatorKind.BitwiseNegation => Cut(-Number(unary.Operand) - 1, unary.Type),
            _ => Fail(),
        };
    }

    private object Binary(IBinaryOperation binary)
    {
        if (binary.IsLifted)
            return Fail();
        if (binary.OperatorKind == BinaryOperatorKind.ConditionalAnd && binary.OperatorMethod is null)
            return Truth(binary.LeftOperand) && Truth(binary.RightOperand);
        if (binary.OperatorKind == BinaryOperatorKind.ConditionalOr && binary.OperatorMethod is null)
            return Truth(binary.LeftOperand) || Truth(binary.RightOperand);
        var (left, right) = (Held(binary.LeftOperand), Held(binary.RightOperand));
        if (binary.OperatorMethod is { } method)
            return Call(method, null, [left, right]);
        return (left, right) switch
        {
            (bool a, bool b) => binary.OperatorKind switch
            {
                BinaryOperatorKind.And => a & b,
                BinaryOperatorKind.Or => a | b,
                BinaryOperatorKind.ExclusiveOr or BinaryOperatorKind.NotEquals => a ^ b,
                BinaryOperatorKind.Equals => a == b,
                _ => Fail(),
            },
            (BigInteger a, BigInteger b) when binary.Type?.SpecialType == SpecialType.System_Boolean => Compare(binary.OperatorKind, a, b),
            (BigInteger a, BigInteger b) => Computed(binary.OperatorKind, a, b, binary.Type, binary.Type, binary.IsChecked),
            _ => Fail(),
        };
    }

    private bool Compare(BinaryOperatorKind kind, BigInteger a, BigInteger b) => kind switch
    {
        BinaryOperatorKind.Equals => a == b,
        BinaryOperatorKind.NotEquals => a != b,
        BinaryOperatorKind.LessThan => a < b,
        BinaryOperatorKind.LessThanOrEqual => a <= b,
        BinaryOperatorKind.GreaterThan => a > b,
        BinaryOperatorKind.GreaterThanOrEqual => a >= b,
        _ => FailAs<bool>(),
    };

    /// <param name="kind">What is done.</param>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    /// <param name="computedIn">The type in which C# computes.</param>
    /// <param name="type">The type of the result.</param>
    /// <param name="isChecked">Whether .NET would throw on an overflow.</param>
    private object Computed(BinaryOperatorKind kind, BigInteger a, BigInteger b, ITypeSymbol? computedIn, ITypeSymbol? type, bool isChecked)
    {
        if (Integer(computedIn) is not { Bits: var bits } || (kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder && b.IsZero))
            return Fail();
        // C# leaves out what is beyond the type.
        int shift = (int)(b & (Math.Max(bits, 32) - 1));
        return kind switch
        {
            BinaryOperatorKind.Add => Cut(a + b, type, isChecked),
            BinaryOperatorKind.Subtract => Cut(a - b, type, isChecked),
            BinaryOperatorKind.Multiply => Cut(a * b, type, isChecked),
            // .NET throws if the quotient is no number of the type.
            BinaryOperatorKind.Divide => Cut(BigInteger.Divide(a, b), type, isChecked: true),
            BinaryOperatorKind.Remainder => Cut(BigInteger.Divide(a, b), computedIn, isChecked: true) is BigInteger ? Cut(BigInteger.Remainder(a, b), type) : Fail(),
            BinaryOperatorKind.And => Cut(a & b, type),
            BinaryOperatorKind.Or => Cut(a | b, type),
            BinaryOperatorKind.ExclusiveOr => Cut(a ^ b, type),
            BinaryOperatorKind.LeftShift => Cut(a << shift, type),
            BinaryOperatorKind.RightShift => Cut(a >> shift, type),
            BinaryOperatorKind.UnsignedRightShift => Cut((a & ((BigInteger.One << Math.Max(bits, 32)) - 1)) >> shift, type),
            _ => Fail(),
        };
    }

    private object Compound(ICompoundAssignmentOperation assignment)
    {
        var place = PlaceOf(assignment.Target);
        var (left, right) = (Copied(place.Read()), Held(assignment.Value));
        object value = (left, right) switch
        {
            _ when assignment.OperatorMethod is { } method => Call(method, null, [left, right]),
            (BigInteger a, BigInteger b) => Computed(assignment.OperatorKind, a, b, Wider(assignment), assignment.Target.Type, assignment.IsChecked),
            (bool a, bool b) => assignment.OperatorKind switch
            {
                BinaryOperatorKind.And => a & b,
                BinaryOperatorKind.Or => a | b,
                BinaryOperatorKind.ExclusiveOr => a ^ b,
                _ => Fail(),
            },
            _ => Fail(),
        };
        place.Write(value);
        return value;
    }

    // The two operands' types are computed in the larger one; what is smaller than int, in int, which Computed knows.
    private static ITypeSymbol? Wider(ICompoundAssignmentOperation assignment) =>
        assignment.OperatorKind is not (BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift)
        && Integer(assignment.Value.Type)?.Bits > Integer(assignment.Target.Type)?.Bits ? assignment.Value.Type : assignment.Target.Type;

    private object Stepped(IIncrementOrDecrementOperation step)
    {
        if (step.OperatorMethod is not null || step.IsLifted)
            return Fail();
        var place = PlaceOf(step.Target);
        if (place.Read() is not BigInteger before)
            return Fail();
        object after = Cut(step.Kind == OperationKind.Increment ? before + 1 : before - 1, step.Target.Type, step.IsChecked);
        place.Write(after);
        return step.IsPostfix ? before : after;
    }
}
