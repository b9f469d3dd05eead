using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Arrays of globals that the loader sizes.</content>
internal sealed partial class IrBuilder
{
    private GlobalArray? ArrayOf(IOperation? instance) =>
        instance is not null && Resolve(instance) is IFieldReferenceOperation { Field: var field } && context.Fields.Arrays.TryGetValue(field, out var array)
            ? array
            : null;

    /// <summary><c>array.Length</c>, or null for another property.</summary>
    private Value? ArrayLength(IPropertyReferenceOperation reference) =>
        reference.Property is { IsIndexer: false, Name: "Length" } && ArrayOf(reference.Instance) is { } array
            ? builder.Coerce(LengthOf(array), IrType.S32)
            : null;

    /// <summary><c>array[index]</c>: as long as the loader made it, which the verifier knows and the optimiser does not.</summary>
    private Value ArrayElement(GlobalArray array, IPropertyReferenceOperation reference)
    {
        var type = (ArrayType)array.Elements.Type;
        var index = RequireBelow(LowerValue(reference.Arguments[0].Value), LengthOf(array));
        var address = new PointerType(type, MemorySpace.Global);
        var elements = builder.Emit(new Opaque(builder.Emit(new GlobalAddress(array.Elements), address, array.Elements.Name)), address, array.Elements.Name);
        return builder.Emit(new ElementAddress(elements, index, type), new PointerType(type.Element, MemorySpace.Global), array.Elements.Name);
    }

    private Value LengthOf(GlobalArray array) =>
        builder.Load(builder.Emit(new GlobalAddress(array.Length), new PointerType(IrType.U32, MemorySpace.Global), array.Length.Name));

    /// <summary>The index once it is known to be below a length that is no constant; otherwise the method is left.</summary>
    private Value RequireBelow(Value index, Value length)
    {
        var used = builder.Emit(new Opaque(builder.Coerce(builder.Coerce(index, IrType.U32), IrType.U64)), IrType.U64, index.Name);
        var (inside, outside) = (builder.NewBlock("inside"), builder.NewBlock("outside"));
        builder.Branch(builder.Compare(Relation.Less, used, builder.Coerce(length, IrType.U64)), inside, outside);
        builder.Begin(outside);
        Leave();
        builder.Begin(inside);
        return used;
    }
}
