using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    // How a binding says that a field is an enum in the kernel, the integer behind it following.
    private const string EnumPrefix = "enum ";

    /// <summary>Whether a property is memory: a kernel field, a map's value, or backed by a field; otherwise it is a pair of methods.</summary>
    private bool IsPlace(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        return property.Attribute(KnownSymbols.KernelFieldAttribute) is not null
            || property.ReturnsByRef || property.ReturnsByRefReadonly
            || (BackingField(property) is { } field && IsAutomatic(property) && !context.Fields.Maps.ContainsKey(field));
    }

    private Value PropertyAddress(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (property.Attribute(KnownSymbols.KernelFieldAttribute) is { } binding)
            return KernelField(reference, binding);
        if (property.ContainingType.MetadataNameIs(KnownSymbols.Ref) || property.ContainingType.MetadataNameIs(KnownSymbols.RingBufferRecord))
            return Follow(LowerValue(reference.Instance!));
        if (MapBindings.Operation(property) is { } operation)
            return MapElement(operation, reference);
        if (IsArenaPointer(property.ContainingType))
            return ArenaPlace(reference);
        if (property.IsIndexer && ArrayOf(reference.Instance) is { } array)
            return ArrayElement(array, reference);
        if (BackingField(property) is { } field)
            return Field(field, reference.Instance, Spans.Of(reference.Syntax));
        return LowerCall(Getter(reference), reference.Instance, Ordered(reference.Arguments), reference)!;
    }

    /// <summary>A pointer that is about to be used, no longer null as far as its type goes; that it is not null has to be shown.</summary>
    private Value Follow(Value pointer)
    {
        var type = (PointerType)pointer.Type;
        if (!type.MayBeNull)
            return pointer;
        var followed = new Value(type with { MayBeNull = false }, pointer.Name);
        builder.Add(new Ir.Convert(pointer) { Result = followed, Obligations = [new NonNull(pointer)] });
        return followed;
    }

    private Value KernelField(IPropertyReferenceOperation reference, AttributeData binding) =>
        KernelField(Follow(LowerValue(reference.Instance!)), reference, binding);

    private Value KernelField(Value holder, IPropertyReferenceOperation reference, AttributeData binding)
    {
        var (target, isEnum) = TypeOfField(reference.Property, binding);
        var address = new KernelFieldAddress(holder, binding.Text(0))
        {
            IsEnum = isEnum,
            Trust = (PointerTrust)binding.Named("Trust", 0),
            CidFormSetter = KernelBindings.CpuFormOnly(reference.Property),
            Newer = context.Bindings.NewerField(reference.Property, binding),
            Gone = KernelBindings.GoneField(reference.Property, binding),
        };
        var field = builder.Emit(address, new PointerType(target, MemorySpace.Kernel), reference.Property.Name);
        if (binding.Named<string?>("Member", null) is not { } member)
            return field;
        // The loader finds it by way of the field: the struct around it need not have a name in the kernel.
        var number = new PointerType(context.Types.Lower(reference.Property.Type, builder.Span), MemorySpace.Kernel);
        return builder.Emit(new KernelFieldAddress(field, member), number, reference.Property.Name);
    }

    /// <summary>What the kernel keeps in a field.</summary>
    private (IrType Type, bool IsEnum) TypeOfField(IPropertySymbol property, AttributeData binding)
    {
        string? declared = binding.Named<string?>("Type", null);
        bool isEnum = declared?.StartsWith(EnumPrefix, StringComparison.Ordinal) == true;
        IrType type = declared?.EndsWith("]", StringComparison.Ordinal) == true ? Prototype.ParseArray(declared)
            : binding.Named("Embedded", false)
            ? TypeLowering.KernelStruct(property.Type) ?? throw new InternalCompilerException(builder.Span, $"{binding.Text(0)} is embedded but no kernel struct")
            : declared is not null ? Prototype.ParseType(isEnum ? declared.Substring(EnumPrefix.Length) : declared)
            : context.Types.Lower(property.Type, builder.Span);
        return (type, isEnum);
    }

    /// <summary>A property that is read as a value and is not memory of its own type.</summary>
    private Value LowerProperty(IPropertyReferenceOperation reference)
    {
        if ((LowerSpanProperty(reference) ?? LowerNullableProperty(reference) ?? LowerScopeProperty(reference) ?? LowerKptr(reference)) is { } value)
            return value;
        if (TypeOf(reference) is not StructType type)
            return LowerCall(Getter(reference), reference.Instance, Ordered(reference.Arguments), reference)!;
        var result = builder.Slot(type);
        LowerCall(Getter(reference), reference.Instance, Ordered(reference.Arguments), reference, result);
        return result;
    }

    private static IMethodSymbol Getter(IPropertyReferenceOperation reference) =>
        reference.Property.GetMethod
        ?? throw new UnsupportedException(Rules.Unsupported, Spans.Of(reference.Syntax), $"Reading '{reference.Property.Name}', which has no getter,");

    /// <summary>The field behind an automatic property, or null.</summary>
    private static IFieldSymbol? BackingField(IPropertySymbol property)
    {
        if (property.DeclaringSyntaxReferences.IsEmpty)
            return null;
        return property.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(f => property.Equals(f.AssociatedSymbol, SymbolEqualityComparer.Default));
    }

    /// <summary>Whether nothing but the field is behind a property: accessors without bodies.</summary>
    private bool IsAutomatic(IPropertySymbol property) => IsAutomatic(property.GetMethod) && IsAutomatic(property.SetMethod);

    private bool IsAutomatic(IMethodSymbol? accessor) =>
        accessor?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not AccessorDeclarationSyntax { Body: var body, ExpressionBody: var expression }
            || (body is null && expression is null);
}
