using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    /// <summary><c>==</c> between two elements of tuples: C#'s own operator, or the one that their type has.</summary>
    private Value AreEqual((Value Value, ITypeSymbol? Type) a, (Value Value, ITypeSymbol? Type) b, IOperation operation)
    {
        if (a.Type is null || b.Type is null)
            return a.Type is not null ? IsNull(a.Value, a.Type) : b.Type is not null ? IsNull(b.Value, b.Type) : builder.Constant(IrType.Bool, 1);
        var (left, right) = (typeArguments.Of(a.Type), typeArguments.Of(b.Type));
        if (UnderlyingType(left) is not null || UnderlyingType(right) is not null)
            return AreEqualOrNull((a.Value, left), (b.Value, right), operation);
        if (IsStruct(left) || IsStruct(right))
        {
            var method = EqualityOperator(left, left, right) ?? EqualityOperator(right, left, right)
                ?? throw Unsupported(operation, $"Comparing '{TypeLowering.Display(left)}' with '{TypeLowering.Display(right)}'");
            return CallOperator(method, IrType.Bool, [
                Operand.Of(Converted(a.Value, left, method.Parameters[0].Type, operation)),
                Operand.Of(Converted(b.Value, right, method.Parameters[1].Type, operation))], operation);
        }
        if (a.Value.Type is IntType x && b.Value.Type is IntType y)
        {
            var type = CommonType(x, y);
            return builder.Compare(Relation.Equal, builder.Coerce(a.Value, type), builder.Coerce(b.Value, type));
        }
        return builder.Compare(Relation.Equal, a.Value, builder.Coerce(b.Value, a.Value.Type));
    }

    private Value IsNull(Value value, ITypeSymbol type) => UnderlyingType(type) is null ? IsNull(value) : Negated(HasValueOf(value));

    private Value AreEqualOrNull((Value Value, ITypeSymbol Type) a, (Value Value, ITypeSymbol Type) b, IOperation operation)
    {
        var (left, right) = (UnderlyingType(a.Type), UnderlyingType(b.Type));
        var hasLeft = left is null ? builder.Constant(IrType.Bool, 1) : HasValueOf(a.Value);
        var hasRight = right is null ? builder.Constant(IrType.Bool, 1) : HasValueOf(b.Value);
        var equal = AreEqual(
            left is null ? a : (ValueOf(a.Value), left), right is null ? b : (ValueOf(b.Value), right), operation);
        // Null ones are all zeros, so the values of two nulls are equal.
        return Both(builder.Compare(Relation.Equal, hasLeft, hasRight), equal);
    }

    private IMethodSymbol? EqualityOperator(ITypeSymbol holder, ITypeSymbol left, ITypeSymbol right) =>
        holder.GetMembers("op_Equality").OfType<IMethodSymbol>().FirstOrDefault(m =>
            context.Compilation.HasImplicitConversion(left, m.Parameters[0].Type) && context.Compilation.HasImplicitConversion(right, m.Parameters[1].Type));

    /// <summary>The type that C# compares two integers in.</summary>
    private static IntType CommonType(IntType a, IntType b)
    {
        if (a.Bits < 32 && b.Bits < 32)
            return IrType.S32;
        if (a.Bits == 64 || b.Bits == 64)
            return a == IrType.U64 || b == IrType.U64 ? IrType.U64 : IrType.S64;
        bool unsigned = a == IrType.U32 || b == IrType.U32;
        return !unsigned ? IrType.S32 : a.Signed || b.Signed ? IrType.S64 : IrType.U32;
    }

    /// <summary><c>Equals</c> of a tuple, or of <c>EqualityComparer&lt;T&gt;.Default</c>; null for any other method.</summary>
    private Value? LowerEquals(IMethodSymbol target, IOperation? instance, ImmutableArray<Operand> arguments)
    {
        if (target.Name != "Equals" || instance is null)
            return null;
        if (target.ContainingType.IsTupleType && target.Parameters[0].Type is INamedTypeSymbol { IsTupleType: true } tuple)
            return DefaultEquals(Stable(instance), Computed(arguments[0]), tuple);
        return target.ContainingType.MetadataNameIs("System.Collections.Generic.EqualityComparer`1") && arguments.Length == 2
            ? DefaultEquals(Computed(arguments[0]), Computed(arguments[1]), target.ContainingType.TypeArguments[0])
            : null;
    }

    private Value Computed(Operand operand) => Evaluated(operand) is Operand.Computed computed
        ? computed.Value
        : throw new InternalCompilerException(builder.Span, "an operand was not evaluated");

    /// <summary>
    /// <c>EqualityComparer&lt;T&gt;.Default.Equals</c>, by which records and tuples compare their parts: the type's own <c>Equals(T)</c>, or field by field.
    /// </summary>
    private Value DefaultEquals(Value a, Value b, ITypeSymbol type)
    {
        type = typeArguments.Of(type);
        if (UnderlyingType(type) is { } underlying)
            return Both(builder.Compare(Relation.Equal, HasValueOf(a), HasValueOf(b)), DefaultEquals(ValueOf(a), ValueOf(b), underlying));
        if (!IsStruct(type))
            return builder.Compare(Relation.Equal, a, builder.Coerce(b, a.Type));
        var named = (INamedTypeSymbol)type;
        if (named.IsTupleType)
            return AllOf(named.TupleElements.Select((e, i) => DefaultEquals(TupleElement(a, i), TupleElement(b, i), e.Type)));
        if (TypeLowering.InlineArrayLength(type) is not null)
            throw new UnsupportedException(Rules.NoEquality, builder.Span, TypeLowering.Display(type));
        if (OwnMethod(type, "System.IEquatable`1", "Equals") is { } own)
            return Call(own, Arguments(own, () => a, [Operand.Of(b)]))!;
        if (named.GetMembers("Equals").OfType<IMethodSymbol>().Any(m => m.IsOverride && !m.IsImplicitlyDeclared))
            throw new UnsupportedException(Rules.NoEquality, builder.Span, TypeLowering.Display(type));
        return FieldsEqual(a, b, named);
    }

    private Value FieldsEqual(Value a, Value b, INamedTypeSymbol type) => AllOf(type.GetMembers().OfType<IFieldSymbol>()
        .Where(f => !f.IsStatic && !f.IsConst)
        .Select(f => DefaultEquals(Held(FieldOf(a, f)), Held(FieldOf(b, f)), f.Type)));

    private Value AllOf(IEnumerable<Value> conditions) =>
        conditions.Aggregate((Value?)null, (all, next) => all is null ? next : Both(all, next)) ?? builder.Constant(IrType.Bool, 1);

    /// <summary>What a type has for a method of an interface about itself, such as <c>IEquatable&lt;T&gt;.Equals</c>; null if it does not implement that.</summary>
    private IMethodSymbol? OwnMethod(ITypeSymbol type, string interfaceName, string method) =>
        context.Compilation.GetTypeByMetadataName(interfaceName)?.Construct(type) is { } aboutItself && type.AllInterfaces.Contains(aboutItself, SymbolEqualityComparer.Default)
            ? type.FindImplementationForInterfaceMember(aboutItself.GetMembers(method)[0]) as IMethodSymbol
            : null;
}
