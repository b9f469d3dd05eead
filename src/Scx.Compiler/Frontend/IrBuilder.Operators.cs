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
        if (binary.OperatorMethod is { } method && method.ContainingType.SpecialType == SpecialType.None)
            return LowerCall(method, null, [binary.LeftOperand, binary.RightOperand], binary) ?? throw Unsupported(binary, "This operator");
        if (binary.IsLifted)
            throw Unsupported(binary, "Arithmetic on nullable values");
        if (RelationOf(binary.OperatorKind) is { } relation)
            return LowerComparison(relation, binary);
        RefuseChecked(binary.IsChecked, binary);
        var type = TypeOf(binary);
        return Compute(binary.OperatorKind, type, LowerValue(binary.LeftOperand), LowerValue(binary.RightOperand), binary);
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
        if (unary.OperatorMethod is { } method && method.ContainingType.SpecialType == SpecialType.None)
            return LowerCall(method, null, [unary.Operand], unary) ?? throw Unsupported(unary, "This operator");
        RefuseChecked(unary.IsChecked, unary);
        var type = TypeOf(unary);
        var operand = LowerValue(unary.Operand);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Plus => builder.Coerce(operand, type),
            UnaryOperatorKind.Minus => builder.Emit(new Unary(UnaryOperator.Negate, builder.Coerce(operand, type)), type),
            UnaryOperatorKind.Not or UnaryOperatorKind.BitwiseNegation => builder.Emit(new Unary(UnaryOperator.Not, operand), type),
            _ => throw Unsupported(unary, $"The operator '{unary.OperatorKind}'"),
        };
    }

    private Value LowerCompound(ICompoundAssignmentOperation compound)
    {
        if (compound.OperatorMethod is { } method && method.ContainingType.SpecialType == SpecialType.None)
            return ChangeByOperator(compound.Target, method, [compound.Target, compound.Value], compound);
        if (compound.Type?.SpecialType == SpecialType.System_String)
            throw new UnsupportedException(Rules.StringBuilt, Spans.Of(compound.Syntax), "Joining strings");
        RefuseChecked(compound.IsChecked, compound);
        return Change(compound.Target, current =>
        {
            var operand = LowerValue(compound.Value);
            // C# computes in int or wider; a shift takes its width from the left operand alone.
            bool shift = compound.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
            var type = shift ? Promoted(current.Type) : operand.Type;
            return Compute(compound.OperatorKind, type, current, operand, compound);
        }).After;
    }

    private Value LowerIncrement(IIncrementOrDecrementOperation increment)
    {
        if (increment.OperatorMethod is { } method && method.ContainingType.SpecialType == SpecialType.None)
            return ChangeByOperator(increment.Target, method, [increment.Target], increment);
        RefuseChecked(increment.IsChecked, increment);
        var op = increment.Kind == OperationKind.Increment ? BinaryOperator.Add : BinaryOperator.Subtract;
        var (before, after) = Change(increment.Target, current =>
            builder.Emit(new Binary(op, current, builder.Constant(current.Type, 1)), current.Type));
        return increment.IsPostfix ? before : after;
    }

    /// <summary><c>a += b</c> where the operator is a method on structs; the result is only there to be ignored.</summary>
    private Value ChangeByOperator(IOperation target, IMethodSymbol method, ImmutableArray<IOperation> operands, IOperation operation)
    {
        if (SetterOf(target) is not null || TypeOf(target) is not StructType type || operation.Parent is not (null or IExpressionStatementOperation))
            throw Unsupported(operation, "An operator of your own on this");
        var address = LowerAddress(target);
        builder.Add(new Copy(address, StructOf(method, type, operands, operation), type));
        return address;
    }

    /// <summary>Reads a variable or property, computes from it, and writes the result back; its place is worked out once.</summary>
    private (Value Before, Value After) Change(IOperation target, Func<Value, Value> compute)
    {
        if (SetterOf(target) is { } property)
            return ChangeProperty(property, compute);
        var address = LowerAddress(target);
        var type = ((PointerType)address.Type).Target;
        var before = builder.Load(address);
        var after = builder.Coerce(compute(before), type);
        builder.Store(address, after);
        return (before, after);
    }

    private (Value Before, Value After) ChangeProperty(IPropertyReferenceOperation property, Func<Value, Value> compute)
    {
        // Arguments of an indexer would be computed twice.
        if (!property.Arguments.IsEmpty || property.Property.SetMethod is not { } setter)
            throw Unsupported(property, $"Changing '{property.Property.Name}' in place");
        var type = TypeOf(property);
        var before = LowerProperty(property);
        var after = builder.Coerce(compute(before), type);
        CallWith(setter, property.Instance, after);
        return (before, after);
    }

    private static IrType Promoted(IrType type) => type is IntType { Bits: < 32 } ? IrType.S32 : type;
}
