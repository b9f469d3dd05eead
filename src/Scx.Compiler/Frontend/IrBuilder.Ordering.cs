using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Which of two values comes first.</content>
internal sealed partial class IrBuilder
{
    /// <summary><c>CompareTo</c> of a tuple, or <c>Compare</c> of <c>Comparer&lt;T&gt;.Default</c>; null for any other method.</summary>
    private Value? LowerCompare(IMethodSymbol target, IOperation? instance, ImmutableArray<Operand> arguments)
    {
        if (instance is null)
            return null;
        if (target is { Name: "CompareTo", ContainingType.IsTupleType: true } && target.Parameters[0].Type is INamedTypeSymbol { IsTupleType: true } tuple)
            return DefaultCompare(Stable(instance), Computed(arguments[0]), tuple);
        return target.Name == "Compare" && target.ContainingType.MetadataNameIs("System.Collections.Generic.Comparer`1")
            ? DefaultCompare(Computed(arguments[0]), Computed(arguments[1]), target.ContainingType.TypeArguments[0])
            : null;
    }

    /// <summary><c>Comparer&lt;T&gt;.Default.Compare</c>: the type's own <c>CompareTo(T)</c>; null is less than any value.</summary>
    private Value DefaultCompare(Value a, Value b, ITypeSymbol type)
    {
        type = typeArguments.Of(type);
        if (UnderlyingType(type) is { } underlying)
            return FirstDifference([() => Order(HasValueOf(a), HasValueOf(b)), () => DefaultCompare(ValueOf(a), ValueOf(b), underlying)]);
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            return FirstDifference([.. tuple.TupleElements.Select((e, i) => (Func<Value>)(() => DefaultCompare(TupleElement(a, i), TupleElement(b, i), e.Type)))]);
        if (CompareToOf(type) is { } own)
            return Call(own, Arguments(own, () => a, [Operand.Of(b)]))!;
        return a.Type switch
        {
            IntType number => CompareTo(a, builder.Coerce(b, number), number),
            BoolType => Order(a, b),
            _ => throw new UnsupportedException(Rules.NoOrder, builder.Span, TypeLowering.Display(type)),
        };
    }

    /// <summary>The first comparison that does not yield 0; what follows it is not computed.</summary>
    private Value FirstDifference(ImmutableArray<Func<Value>> comparisons)
    {
        var (result, done) = (builder.Slot(IrType.S32), builder.NewBlock("compared"));
        foreach (var compare in comparisons)
        {
            var order = compare();
            var next = builder.NewBlock("same");
            builder.Store(result, order);
            builder.Branch(builder.Compare(Relation.NotEqual, order, builder.Constant(IrType.S32, 0)), done, next);
            builder.Begin(next);
        }
        builder.Jump(done);
        builder.Begin(done);
        return builder.Load(result);
    }

    /// <summary>What a struct has for <c>IComparable&lt;T&gt;.CompareTo</c>, or null.</summary>
    private IMethodSymbol? CompareToOf(ITypeSymbol type) => IsStruct(type) ? OwnMethod(type, "System.IComparable`1", "CompareTo") : null;

    /// <summary>Whether values of a type can be ordered, as <see cref="DefaultCompare"/> would.</summary>
    private bool IsOrdered(ITypeSymbol type)
    {
        type = typeArguments.Of(type);
        if (UnderlyingType(type) is { } underlying)
            return IsOrdered(underlying);
        return type is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.All(e => IsOrdered(e.Type))
            : !IsStruct(type) ? type.IsValueType : CompareToOf(type) is not null;
    }
}
