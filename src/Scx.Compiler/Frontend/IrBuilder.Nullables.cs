using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>
/// <c>Nullable&lt;T&gt;</c>: a struct of a flag and a value. A null one is all zeros, so reading the value without asking, which throws in .NET, yields
/// the default.
/// </content>
internal sealed partial class IrBuilder
{
    /// <summary>T of <c>Nullable&lt;T&gt;</c>, or null.</summary>
    private ITypeSymbol? UnderlyingType(ITypeSymbol type) =>
        typeArguments.Of(type) is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;

    private bool IsNullable(IOperation operation) => operation.Type is { } type && UnderlyingType(type) is not null;

    private Value HasValueOf(Value nullable) => builder.Load(FieldNamed(nullable, TypeLowering.HasValue));

    private Value ValueOf(Value nullable) => Held(FieldNamed(nullable, TypeLowering.NullableValue));

    private Value Negated(Value condition) => builder.Emit(new Unary(UnaryOperator.Not, condition), IrType.Bool);

    private Value Both(Value a, Value b) => builder.Emit(new Binary(BinaryOperator.And, a, b), IrType.Bool);

    /// <summary>A nullable value.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="hasValue">Whether it is not null; null if it never is.</param>
    /// <param name="value">The value; if <paramref name="hasValue"/> may be false, one that is all zeros then or can be replaced by that.</param>
    private Value MakeNullable(StructType type, Value? hasValue, Value value)
    {
        var made = Zeroed(type);
        builder.Store(FieldNamed(made, TypeLowering.HasValue), hasValue ?? builder.Constant(IrType.Bool, 1));
        var field = FieldNamed(made, TypeLowering.NullableValue);
        if (hasValue is not null && value.Type is IntType or BoolType)
            value = builder.Emit(new Select(hasValue, value, builder.Constant(value.Type, 0)), value.Type);
        Put(field, value);
        return made;
    }

    /// <summary>Null if one of the operands is null, else what is computed from them.</summary>
    private Value WhereNotNull(ImmutableArray<Value> operands, StructType type, Func<Value> compute)
    {
        var result = Zeroed(type);
        var (present, done) = (builder.NewBlock("present"), builder.NewBlock("lifted"));
        builder.Branch(operands.Select(HasValueOf).Aggregate(Both), present, done);
        builder.Begin(present);
        Put(result, MakeNullable(type, null, compute()));
        builder.Jump(done);
        builder.Begin(done);
        return result;
    }

    private Value LowerLifted(IBinaryOperation binary)
    {
        var left = NullableOperand(binary.LeftOperand);
        var right = NullableOperand(binary.RightOperand);
        return LowerLifted(binary.OperatorKind, UserOperator(binary.OperatorMethod, binary.LeftOperand), left, right, binary);
    }

    /// <summary>An operand of a lifted operator: C# has made it nullable, but for the right side of a shift.</summary>
    private Value NullableOperand(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: null } && !IsStruct(operation))
            throw Unsupported(operation, "This null");
        return IsNullable(operation) ? Stable(operation) : MakeNullable(operation);
    }

    private Value MakeNullable(IOperation operation)
    {
        var type = context.Compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(typeArguments.Of(operation.Type!));
        return MakeNullable((StructType)LowerType(type), null, Evaluate(operation));
    }

    private Value LowerLifted(BinaryOperatorKind kind, IMethodSymbol? method, Value left, Value right, IOperation operation)
    {
        if (RelationOf(kind) is { } relation)
            return LowerLiftedComparison(relation, method, left, right, operation);
        var type = (StructType)TypeOf(operation);
        if (method is not null)
        {
            return WhereNotNull([left, right], type, () => CallOperator(
                method, LowerType(method.ReturnType), [Operand.Of(ValueOf(left)), Operand.Of(ValueOf(right))], operation));
        }
        var (a, b) = (ValueOf(left), ValueOf(right));
        if (a.Type is BoolType && kind is BinaryOperatorKind.And or BinaryOperatorKind.Or)
            return LowerThreeValued(kind, type, left, right);
        RefuseChecked(operation is IBinaryOperation { IsChecked: true } or ICompoundAssignmentOperation { IsChecked: true }, operation);
        var value = ((StructType)((PointerType)left.Type).Target).Fields.First(f => f.Name == TypeLowering.NullableValue).Type;
        bool shift = kind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        var computed = Compute(kind, shift || a.Type is BoolType ? Promoted(value) : Wider(a.Type, b.Type), a, b, operation);
        var field = type.Fields.First(f => f.Name == TypeLowering.NullableValue).Type;
        return MakeNullable(type, Both(HasValueOf(left), HasValueOf(right)), builder.Coerce(computed, field));
    }

    // In a compound assignment the target keeps its own width; the operator works in that of the other operand, int or wider.
    private static IrType Wider(IrType a, IrType b) => a is IntType x && b is IntType y && x.Bits < y.Bits ? b : a;

    private Value LowerLiftedComparison(Relation relation, IMethodSymbol? method, Value left, Value right, IOperation operation)
    {
        var (hasLeft, hasRight) = (HasValueOf(left), HasValueOf(right));
        bool equality = relation is Relation.Equal or Relation.NotEqual;
        // null == null holds; no other comparison with null does.
        var result = builder.Slot(IrType.Bool);
        var (present, absent, done) = (builder.NewBlock("present"), builder.NewBlock("absent"), builder.NewBlock("lifted"));
        builder.Branch(Both(hasLeft, hasRight), present, absent);
        builder.Begin(present);
        builder.Store(result, method is null
            ? builder.Compare(relation, ValueOf(left), ValueOf(right))
            : CallOperator(method, IrType.Bool, [Operand.Of(ValueOf(left)), Operand.Of(ValueOf(right))], operation));
        builder.Jump(done);
        builder.Begin(absent);
        builder.Store(result, equality ? builder.Compare(relation, hasLeft, hasRight) : builder.Constant(IrType.Bool, 0));
        builder.Jump(done);
        builder.Begin(done);
        return builder.Load(result);
    }

    /// <summary><c>bool?</c>: null where it depends on the operand that is null.</summary>
    private Value LowerThreeValued(BinaryOperatorKind kind, StructType type, Value left, Value right)
    {
        var (hasLeft, hasRight, a, b) = (HasValueOf(left), HasValueOf(right), ValueOf(left), ValueOf(right));
        bool or = kind == BinaryOperatorKind.Or;
        // Each operand alone decides: true for |, false for &.
        var leftDecides = Both(hasLeft, or ? a : Negated(a));
        var rightDecides = Both(hasRight, or ? b : Negated(b));
        var decided = builder.Emit(new Binary(BinaryOperator.Or, leftDecides, rightDecides), IrType.Bool);
        var known = builder.Emit(new Binary(BinaryOperator.Or, decided, Both(hasLeft, hasRight)), IrType.Bool);
        return MakeNullable(type, known, or ? decided : Negated(decided));
    }

    private Value LowerLifted(IUnaryOperation unary)
    {
        var operand = Stable(unary.Operand);
        var type = (StructType)TypeOf(unary);
        if (UserOperator(unary.OperatorMethod, unary.Operand) is { } method)
            return WhereNotNull([operand], type, () => CallOperator(method, LowerType(method.ReturnType), [Operand.Of(ValueOf(operand))], unary));
        RefuseChecked(unary.IsChecked, unary);
        var value = ValueOf(operand);
        return MakeNullable(type, HasValueOf(operand), Compute(unary.OperatorKind, Promoted(value.Type), value, unary));
    }

    private Value LowerLifted(ICompoundAssignmentOperation compound, Value before)
    {
        var right = NullableOperand(compound.Value);
        var method = UserOperator(compound.OperatorMethod, compound.Target);
        return LowerLifted(compound.OperatorKind, method, before, right, compound);
    }

    private Value LowerLifted(IIncrementOrDecrementOperation increment, Value before)
    {
        var type = (StructType)TypeOf(increment.Target);
        if (UserOperator(increment.OperatorMethod, increment.Target) is { } method)
            return WhereNotNull([before], type, () => CallOperator(method, LowerType(method.ReturnType), [Operand.Of(ValueOf(before))], increment));
        RefuseChecked(increment.IsChecked, increment);
        return MakeNullable(type, HasValueOf(before), Step(increment, ValueOf(before)));
    }

    /// <summary><c>HasValue</c> and <c>Value</c>; null for any other property.</summary>
    private Value? LowerNullableProperty(IPropertyReferenceOperation reference)
    {
        if (reference.Instance is not { } instance || !IsNullable(instance))
            return null;
        var address = LowerAddress(instance);
        return reference.Property.Name == "HasValue" ? HasValueOf(address) : ValueOf(address);
    }

    /// <summary>The methods of <c>Nullable&lt;T&gt;</c>; null for any other.</summary>
    private Value? LowerNullableMethod(IInvocationOperation invocation)
    {
        if (invocation.Instance is not { } instance || !IsNullable(instance))
            return null;
        switch (invocation.TargetMethod.Name)
        {
            // Roslyn's control flow graph calls this accessor like a method.
            case "get_HasValue":
                return HasValueOf(LowerAddress(instance));
            case "GetValueOrDefault" when invocation.Arguments.IsEmpty:
                return ValueOf(LowerAddress(instance));
            case "GetValueOrDefault":
                var nullable = Stable(instance);
                return ValueOr(nullable, Stable(invocation.Arguments[0].Value));
            default:
                return null;
        }
    }

    private Value ValueOr(Value nullable, Value other)
    {
        var result = builder.Slot(other.Type is PointerType { Target: StructType held } ? held : other.Type);
        Put(result, other);
        var (present, done) = (builder.NewBlock("present"), builder.NewBlock("either"));
        builder.Branch(HasValueOf(nullable), present, done);
        builder.Begin(present);
        Put(result, ValueOf(nullable));
        builder.Jump(done);
        builder.Begin(done);
        return Held(result);
    }
}
