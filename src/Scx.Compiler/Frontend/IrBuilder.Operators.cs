using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    private Value LowerBinary(IBinaryOperation binary)
    {
        if (binary.IsLifted)
            return LowerLifted(binary);
        if (ArenaComparison(binary) is { } compared)
            return compared;
        if (UserOperator(binary.OperatorMethod, binary.LeftOperand) is { } method)
            return CallOperator(method, TypeOf(binary), Operands(binary.LeftOperand, binary.RightOperand), binary);
        if (RelationOf(binary.OperatorKind) is { } relation)
            return LowerComparison(relation, binary);
        RefuseChecked(binary.IsChecked, binary);
        var type = TypeOf(binary);
        return Compute(binary.OperatorKind, type, LowerValue(binary.LeftOperand), LowerValue(binary.RightOperand), binary);
    }

    /// <summary>
    /// The method behind an operator, or null if it is one of C#'s own: an operator of .NET's interfaces for numbers (INumber and its kin) is
    /// one where the type that stands for the type parameter is an integer.
    /// </summary>
    private IMethodSymbol? UserOperator(IMethodSymbol? method, IOperation operand)
    {
        if (method is null || method.ContainingType.SpecialType != SpecialType.None)
            return null;
        return operand.Type is { TypeKind: TypeKind.TypeParameter } type && TypeLowering.Integer(typeArguments.Of(type)) is not null ? null : method;
    }

    private static void RefuseChecked(bool isChecked, IOperation operation)
    {
        if (isChecked)
            throw new UnsupportedException(Rules.Checked, Spans.Of(operation.Syntax));
    }

    private Value Compute(BinaryOperatorKind kind, IrType type, Value left, Value right, IOperation operation)
    {
        if (OperatorOf(kind) is not { } op)
            throw Unsupported(operation, $"The operator '{kind}'");
        ImmutableArray<Obligation> obligations = op is BinaryOperator.Divide or BinaryOperator.Remainder ? [new NonZero(right)] : [];
        bool shift = op is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightLogical;
        var result = new Value(type);
        builder.Add(new Binary(op, builder.Coerce(left, type), shift ? right : builder.Coerce(right, type))
        {
            Result = result,
            Obligations = obligations,
        });
        return result;
    }

    private static BinaryOperator? OperatorOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => BinaryOperator.Add,
        BinaryOperatorKind.Subtract => BinaryOperator.Subtract,
        BinaryOperatorKind.Multiply => BinaryOperator.Multiply,
        BinaryOperatorKind.Divide => BinaryOperator.Divide,
        BinaryOperatorKind.Remainder => BinaryOperator.Remainder,
        BinaryOperatorKind.And => BinaryOperator.And,
        BinaryOperatorKind.Or => BinaryOperator.Or,
        BinaryOperatorKind.ExclusiveOr => BinaryOperator.ExclusiveOr,
        BinaryOperatorKind.LeftShift => BinaryOperator.ShiftLeft,
        BinaryOperatorKind.RightShift => BinaryOperator.ShiftRight,
        BinaryOperatorKind.UnsignedRightShift => BinaryOperator.ShiftRightLogical,
        _ => null,
    };

    private static Relation? RelationOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals => Relation.Equal,
        BinaryOperatorKind.NotEquals => Relation.NotEqual,
        BinaryOperatorKind.LessThan => Relation.Less,
        BinaryOperatorKind.LessThanOrEqual => Relation.LessOrEqual,
        BinaryOperatorKind.GreaterThan => Relation.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Relation.GreaterOrEqual,
        _ => null,
    };

    private Value LowerComparison(Relation relation, IBinaryOperation binary)
    {
        var (left, right) = (WithoutObject(binary.LeftOperand), WithoutObject(binary.RightOperand));
        if (IsNullLiteral(left))
            (left, right) = (right, left);
        if (IsNullLiteral(right) && IsNullable(left))
        {
            var hasValue = HasValueOf(LowerAddress(left));
            return relation == Relation.Equal ? Negated(hasValue) : hasValue;
        }
        if (IsNullLiteral(right))
        {
            var pointer = LowerValue(left);
            return builder.Compare(relation, pointer, builder.Emit(new NullConstant(), pointer.Type));
        }
        var (a, b) = (LowerValue(left), LowerValue(right));
        return builder.Compare(relation, a, a.Type is PointerType ? builder.Coerce(b, a.Type) : b);
    }

    // References are compared as objects; the kernel's are plain pointers.
    private static IOperation WithoutObject(IOperation operation) =>
        operation is IConversionOperation { OperatorMethod: null, Operand: var operand } conversion
            && conversion.Type?.SpecialType == SpecialType.System_Object ? operand : operation;

    private static bool IsNullLiteral(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    private Value LowerUnary(IUnaryOperation unary)
    {
        if (unary.IsLifted)
            return LowerLifted(unary);
        if (UserOperator(unary.OperatorMethod, unary.Operand) is { } method)
            return CallOperator(method, TypeOf(unary), Operands(unary.Operand), unary);
        RefuseChecked(unary.IsChecked, unary);
        return Compute(unary.OperatorKind, TypeOf(unary), LowerValue(unary.Operand), unary);
    }

    private Value Compute(UnaryOperatorKind kind, IrType type, Value operand, IOperation operation) => kind switch
    {
        UnaryOperatorKind.Plus => builder.Coerce(operand, type),
        UnaryOperatorKind.Minus => builder.Emit(new Unary(UnaryOperator.Negate, builder.Coerce(operand, type)), type),
        UnaryOperatorKind.Not or UnaryOperatorKind.BitwiseNegation => builder.Emit(new Unary(UnaryOperator.Not, builder.Coerce(operand, type)), type),
        _ => throw Unsupported(operation, $"The operator '{kind}'"),
    };

    private Value LowerCompound(ICompoundAssignmentOperation compound)
    {
        if (compound.Type?.SpecialType == SpecialType.System_String)
            throw new UnsupportedException(Rules.StringBuilt, Spans.Of(compound.Syntax), "Joining strings");
        if (UserOperator(compound.OperatorMethod, compound.Target) is { IsStatic: false } change)
            return ChangeByMethod(compound.Target, change, Operands(compound.Value), compound);
        return Change(compound.Target, before => LowerCompound(compound, before)).After;
    }

    private Value LowerCompound(ICompoundAssignmentOperation compound, Value before)
    {
        var type = compound.Target.Type!;
        if (compound.IsLifted)
            return LowerLifted(compound, before);
        if (UserOperator(compound.OperatorMethod, compound.Target) is { } method)
        {
            method = typeArguments.Of(method, ConstrainedType(compound));
            var operand = ConvertBy(compound.InConversion, before, type, method.Parameters[0].Type, compound);
            var computed = CallOperator(method, LowerType(method.ReturnType), [Operand.Of(operand), Operand.Of(compound.Value)], compound);
            return ConvertBy(compound.OutConversion, computed, method.ReturnType, type, compound);
        }
        RefuseChecked(compound.IsChecked, compound);
        if (compound.Type is IPointerTypeSymbol)
            throw Refused(compound);
        var value = LowerValue(compound.Value);
        // C# computes in int or wider; a shift takes its width from the left operand alone.
        bool shift = compound.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        return Compute(compound.OperatorKind, shift ? Promoted(before.Type) : value.Type, before, value, compound);
    }

    private Value LowerIncrement(IIncrementOrDecrementOperation increment)
    {
        if (UserOperator(increment.OperatorMethod, increment.Target) is { IsStatic: false } change)
            return ChangeByMethod(increment.Target, change, [], increment);
        var (before, after) = Change(increment.Target, current => LowerIncrement(increment, current));
        return increment.IsPostfix ? before : after;
    }

    private Value LowerIncrement(IIncrementOrDecrementOperation increment, Value current)
    {
        if (increment.IsLifted)
            return LowerLifted(increment, current);
        if (UserOperator(increment.OperatorMethod, increment.Target) is { } method)
            return CallOperator(method, TypeOf(increment.Target), [Operand.Of(current)], increment);
        RefuseChecked(increment.IsChecked, increment);
        return Step(increment, current);
    }

    private Value Step(IIncrementOrDecrementOperation increment, Value current)
    {
        var op = increment.Kind == OperationKind.Increment ? BinaryOperator.Add : BinaryOperator.Subtract;
        return builder.Emit(new Binary(op, current, builder.Constant(current.Type, 1)), current.Type);
    }

    /// <summary>An operator that changes the variable itself (C# 14's <c>public void operator +=</c>).</summary>
    private Value ChangeByMethod(IOperation target, IMethodSymbol change, ImmutableArray<Operand> operands, IOperation operation)
    {
        var address = LowerAddress(target);
        CallMethod(typeArguments.Of(change, ConstrainedType(operation)), () => address, operands, operation);
        return Held(address);
    }

    private static IrType Promoted(IrType type) => type is IntType { Bits: < 32 } ? IrType.S32 : type;
}
