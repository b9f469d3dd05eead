using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>C# types as IR types. Structs are laid out as C# lays out sequential ones, so both halves of a program agree on them.</summary>
internal sealed class TypeLowering
{
    private readonly Dictionary<ITypeSymbol, StructType> structs = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, int> structNames = new(StringComparer.Ordinal);

    /// <summary>The IR type of a value, field or parameter.</summary>
    /// <exception cref="UnsupportedException">The type cannot exist in the kernel.</exception>
    public IrType Lower(ITypeSymbol type, SourceSpan span)
    {
        if (Integer(type) is { } integer)
            return integer;
        switch (type.SpecialType)
        {
            case SpecialType.System_Void: return IrType.Void;
            case SpecialType.System_Boolean: return IrType.Bool;
            case SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal:
                throw new UnsupportedException(Rules.FloatingPoint, span, Display(type));
            case SpecialType.System_String:
                throw new UnsupportedException(Rules.StringBuilt, span, "A string that is not a literal");
            case SpecialType.System_Object:
                throw new UnsupportedException(Rules.ManagedType, span, Display(type), "use a struct");
        }
        return type switch
        {
            { TypeKind: TypeKind.Delegate } => throw new UnsupportedException(Rules.Delegate, span),
            IArrayTypeSymbol => throw new UnsupportedException(Rules.ManagedType, span, Display(type), "use a map or an inline array"),
            INamedTypeSymbol { IsReferenceType: true } named => Reference(named, span),
            INamedTypeSymbol { TypeKind: TypeKind.Struct } when Scopes.HandleOf(type) is { } handle => Scopes.Type(handle),
            INamedTypeSymbol { TypeKind: TypeKind.Struct } named => Struct(named, span),
            _ => throw new UnsupportedException(Rules.ManagedType, span, Display(type), "use integers, bool, enums and structs of them"),
        };
    }

    /// <summary>The integer behind a built-in integer type or an enum, or null.</summary>
    public static IntType? Integer(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { EnumUnderlyingType: { } underlying } => Integer(underlying),
        _ => type.SpecialType switch
        {
            SpecialType.System_SByte => IrType.S8,
            SpecialType.System_Byte => IrType.U8,
            SpecialType.System_Int16 => IrType.S16,
            SpecialType.System_UInt16 or SpecialType.System_Char => IrType.U16,
            SpecialType.System_Int32 => IrType.S32,
            SpecialType.System_UInt32 => IrType.U32,
            SpecialType.System_Int64 or SpecialType.System_IntPtr => IrType.S64,
            SpecialType.System_UInt64 or SpecialType.System_UIntPtr => IrType.U64,
            _ => null,
        },
    };

    /// <summary>The kernel struct that a class stands for, or null.</summary>
    public static KernelType? KernelStruct(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at.Attribute(KnownSymbols.KernelStructAttribute) is { } attribute)
                return new KernelType(attribute.Text(0));
        }
        return null;
    }

    /// <summary>How messages write a type.</summary>
    public static string Display(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private PointerType Reference(INamedTypeSymbol type, SourceSpan span)
    {
        bool mayBeNull = type.NullableAnnotation == NullableAnnotation.Annotated;
        if (KernelStruct(type) is { } kernel)
            return new PointerType(kernel, MemorySpace.Kernel, mayBeNull);
        if (type.MetadataNameIs(KnownSymbols.KernelString))
            return new PointerType(IrType.S8, MemorySpace.Kernel, mayBeNull);
        if (type.MetadataNameIs(KnownSymbols.Ref))
            return new PointerType(Lower(type.TypeArguments[0], span), MemorySpace.MapValue, mayBeNull);
        if (MapBindings.Kind(type) is { } map)
            return new PointerType(Map(type, map, span), MemorySpace.Map, mayBeNull);
        throw new UnsupportedException(Rules.ManagedType, span, Display(type), "use a struct, or keep the data in a map");
    }

    private MapType Map(INamedTypeSymbol type, AttributeData binding, SourceSpan span)
    {
        var key = MapBindings.TypeArgument(type, KnownSymbols.MapKeyAttribute) is { } keyType ? Lower(keyType, span)
            : binding.Named<string?>("Key", null) is { } implied ? Prototype.ParseType(implied)
            : null;
        var value = MapBindings.TypeArgument(type, KnownSymbols.MapValueAttribute) is { } valueType ? Lower(valueType, span) : null;
        return new MapType(binding.Text(0), (int)binding.ConstructorArguments[1].Value!, key, value, binding.Named("Indexed", false));
    }

    private StructType Struct(INamedTypeSymbol type, SourceSpan span)
    {
        if (type.SpecialType is SpecialType.System_Decimal || type.MetadataNameIs("System.Half"))
            throw new UnsupportedException(Rules.FloatingPoint, span, Display(type));
        if (type.MetadataNameIs("System.Int128") || type.MetadataNameIs("System.UInt128"))
            throw new UnsupportedException(Rules.Int128, span, Display(type));
        if (structs.TryGetValue(type, out var known))
            return known;
        if (type.Attribute(KnownSymbols.KernelIteratorAttribute) is { } iterator)
        {
            known = IteratorState(iterator);
            structs.Add(type, known);
            return known;
        }
        if (type.IsRefLikeType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type.IsTupleType
            || type.DeclaringSyntaxReferences.IsEmpty)
        {
            throw new UnsupportedException(Rules.Unsupported, span, $"The type '{Display(type)}'");
        }
        var laidOut = InlineArrayLength(type) is { } length ? LayOutArray(type, length, span) : LayOut(type, span);
        structs.Add(type, laidOut);
        return laidOut;
    }

    private StructType IteratorState(AttributeData iterator)
    {
        int size = (int)iterator.ConstructorArguments[1].Value!;
        return new StructType(UniqueName(iterator.Text(0)), [new StructField("opaque", new ArrayType(IrType.U64, size / 8), 0)], size, 8);
    }

    /// <summary>The number of elements of an inline array, or null for any other type.</summary>
    public static int? InlineArrayLength(ITypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.Is("System.Runtime.CompilerServices.InlineArrayAttribute"))
                return attribute.ConstructorArguments[0].Value as int?;
        }
        return null;
    }

    private StructType LayOutArray(INamedTypeSymbol type, int length, SourceSpan span)
    {
        var field = type.GetMembers().OfType<IFieldSymbol>().First(f => !f.IsStatic);
        var elements = new ArrayType(Lower(field.Type, span), length);
        return new StructType(UniqueName(type.Name), [new StructField(field.Name, elements, 0)], Size(elements), Alignment(elements));
    }

    private StructType LayOut(INamedTypeSymbol type, SourceSpan span)
    {
        var fields = ImmutableArray.CreateBuilder<StructField>();
        int offset = 0, alignment = 1;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.IsStatic || field.IsConst)
                continue;
            if (field.IsFixedSizeBuffer)
                throw new UnsupportedException(Rules.Unsupported, span, $"The fixed buffer '{field.Name}'");
            var fieldType = Lower(field.Type, Spans.Of(field));
            if (fieldType is PointerType)
            {
                throw new UnsupportedException(
                    Rules.MapElement, Spans.Of(field), Display(field.Type), Display(type), "a kernel object is lent for one call only; store its number (Pid)");
            }
            int align = Alignment(fieldType);
            offset = RoundUp(offset, align);
            fields.Add(new StructField((field.AssociatedSymbol ?? field).Name, fieldType, offset));
            offset += Size(fieldType);
            alignment = Math.Max(alignment, align);
        }
        // An empty struct has one byte in C#.
        return new StructType(UniqueName(type.Name), fields.ToImmutable(), Math.Max(RoundUp(offset, alignment), 1), alignment);
    }

    private string UniqueName(string name)
    {
        structNames.TryGetValue(name, out int count);
        structNames[name] = count + 1;
        return count == 0 ? name : $"{name}_{count + 1}";
    }

    /// <summary>Bytes that a value takes in memory.</summary>
    public static int Size(IrType type) => type switch
    {
        BoolType => 1,
        IntType integer => integer.Bits / 8,
        StructType structure => structure.Size,
        ArrayType array => array.Length * Size(array.Element),
        PointerType => 8,
        _ => throw new InternalCompilerException(SourceSpan.None, $"{type} has no size"),
    };

    /// <summary>Alignment in memory, in bytes.</summary>
    public static int Alignment(IrType type) => type switch
    {
        StructType structure => structure.Alignment,
        ArrayType array => Alignment(array.Element),
        _ => Size(type),
    };

    /// <summary>Whether bytes of a struct belong to no field.</summary>
    public static bool HasPadding(IrType type) => type switch
    {
        StructType structure => structure.Fields.Sum(f => Size(f.Type)) != structure.Size || structure.Fields.Any(f => HasPadding(f.Type)),
        ArrayType array => HasPadding(array.Element),
        _ => false,
    };

    private static int RoundUp(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;
}
