using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Pointers into the arena: numbers until they are followed.</content>
internal sealed partial class IrBuilder
{
    private static bool IsArenaPointer(ITypeSymbol? type) => type?.IsArenaPointer() == true;

    /// <summary>The memory behind <c>pointer.Value</c> or <c>pointer[index]</c>.</summary>
    private Value ArenaPlace(IPropertyReferenceOperation reference)
    {
        var target = TypeOf(((INamedTypeSymbol)typeArguments.Of(reference.Instance!.Type!)).TypeArguments[0], builder.Span);
        var pointer = LowerValue(reference.Instance);
        if (reference.Arguments.Length == 1)
            pointer = ElementOf(pointer, LowerValue(reference.Arguments[0].Value), target);
        return builder.Emit(new ArenaAddress(pointer, TheArena()), new PointerType(target, MemorySpace.Arena), pointer.Name);
    }

    /// <summary>A property of a pointer that is a value, or null for any other property.</summary>
    private Value? ArenaProperty(IPropertyReferenceOperation reference) =>
        IsArenaPointer(reference.Instance?.Type) && IsNumber(reference.Property) ? ArenaProperty(LowerValue(reference.Instance!), reference.Property) : null;

    private Value ArenaProperty(Value pointer, IPropertySymbol property) =>
        property.Name == "IsNull" ? builder.Compare(Relation.Equal, pointer, builder.Constant(pointer.Type, 0)) : pointer;

    /// <summary>Whether a property of a pointer is known without following it.</summary>
    private static bool IsNumber(IPropertySymbol property) => property.Name is "IsNull" or "Address";

    /// <summary>A call of a pointer's method, or null for any other method.</summary>
    private Value? ArenaCall(IInvocationOperation invocation)
    {
        if (!IsArenaPointer(invocation.TargetMethod.ContainingType))
            return null;
        var arguments = InOrder(invocation.Arguments);
        if (invocation.Instance is not { } instance)
            return invocation.TargetMethod.Name == "FromAddress" ? LowerValue(arguments[0]) : null;
        switch (invocation.TargetMethod.Name)
        {
            case "As":
                return LowerValue(instance);
            case "Element":
                var target = TypeOf(((INamedTypeSymbol)typeArguments.Of(instance.Type!)).TypeArguments[0], builder.Span);
                return ElementOf(LowerValue(instance), LowerValue(arguments[0]), target);
            case "Equals" when IsArenaPointer(invocation.TargetMethod.Parameters[0].Type):
                return builder.Compare(Relation.Equal, LowerValue(instance), LowerValue(arguments[0]));
            default:
                return null;
        }
    }

    /// <summary><c>==</c> or <c>!=</c> of two pointers, or null for any other operator.</summary>
    private Value? ArenaComparison(IBinaryOperation binary) => binary.OperatorMethod is { } method && IsArenaPointer(method.ContainingType)
        ? builder.Compare(
            binary.OperatorKind == BinaryOperatorKind.Equals ? Relation.Equal : Relation.NotEqual, LowerValue(binary.LeftOperand), LowerValue(binary.RightOperand))
        : null;

    private Value ElementOf(Value pointer, Value index, IrType type)
    {
        var distance = builder.Emit(
            new Binary(BinaryOperator.Multiply, builder.Coerce(index, IrType.S64), builder.Constant(IrType.S64, TypeSize.Of(type))), IrType.S64);
        return builder.Emit(new Binary(BinaryOperator.Add, pointer, builder.Coerce(distance, IrType.U64)), IrType.U64, pointer.Name);
    }

    private Map TheArena() => context.Arena ?? throw new UnsupportedException(Rules.NoArena, builder.Span, context.Model.Class.Name);
}
