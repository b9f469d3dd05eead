using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>C# types as IR types. Structs are laid out as C# lays out sequential ones, so both halves of a program agree on them.</summary>
internal sealed partial class TypeLowering(Func<INamedTypeSymbol, INamedTypeSymbol?> standIn)
{
    private readonly Dictionary<ITypeSymbol, StructType> structs = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IrType, StructType> spans = [];
    private readonly Dictionary<string, StructType> frameStates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> structNames = new(StringComparer.Ordinal);

    private const string StructLayoutAttribute = "System.Runtime.InteropServices.StructLayoutAttribute";
    internal const string FieldOffsetAttribute = "System.Runtime.InteropServices.FieldOffsetAttribute";

    /// <summary>The fields of a <c>Nullable&lt;T&gt;</c>, in the order that .NET has them.</summary>
    public const string HasValue = "HasValue", NullableValue = "Value";

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
            INamedTypeSymbol { TypeKind: TypeKind.Struct } when type.OriginalDefinition.Attribute(KnownSymbols.ArenaPointerAttribute) is not null => IrType.U64,
            INamedTypeSymbol { TypeKind: TypeKind.Struct } when type.Attribute(KnownSymbols.KptrSlotAttribute) is not null => KptrSlot(type, span),
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
    public static KernelType? KernelStruct(ITypeSymbol type) =>
        type.SelfAndBases().Select(t => t.Attribute(KnownSymbols.KernelStructAttribute)).FirstOrDefault(a => a is not null) is { } attribute
            ? new KernelType(attribute.Text(0))
            : null;

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
        if (type.MetadataNameIs(KnownSymbols.Ref) || type.MetadataNameIs(KnownSymbols.RingBufferRecord))
            return new PointerType(Lower(type.TypeArguments[0], span), MemorySpace.MapValue, mayBeNull);
        if (FrameState(type) is { } state)
            return new PointerType(state, MemorySpace.Stack, mayBeNull);
        if (IsAllocated(type))
            return new PointerType(ObjectStruct(type, span), MemorySpace.Object, mayBeNull);
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
        if (value is StructType)
            CheckKept(value, MapBindings.TypeArgument(type, KnownSymbols.MapValueAttribute)!, Display(type), span);
        return new MapType(binding.Text(0), (int)binding.ConstructorArguments[1].Value!, key, value, binding.Named("Indexed", false))
        {
            NotInSleepable = binding.Named("NotInSleepable", false),
            InSleepableSince = binding.Named<string?>("InSleepableSince", null),
        };
    }

    private StructType Struct(INamedTypeSymbol type, SourceSpan span)
    {
        if (type.SpecialType is SpecialType.System_Decimal || type.MetadataNameIs("System.Half"))
            throw new UnsupportedException(Rules.FloatingPoint, span, Display(type));
        if (type.MetadataNameIs("System.Int128") || type.MetadataNameIs("System.UInt128"))
            throw new UnsupportedException(Rules.Int128, span, Display(type));
        type = standIn(type) ?? (INamedTypeSymbol)WithoutTupleNames(type);
        if (structs.TryGetValue(type, out var known))
            return known;
        var laidOut = type switch
        {
            _ when (SpanTypes.Element(type) ?? (SpanTypes.IsEnumerator(type) ? SpanTypes.Element(type.ContainingType) : null)) is { } element => Span(element, span),
            _ when type.Attribute(KnownSymbols.KernelIteratorAttribute) is { } iterator => IteratorState(iterator),
            _ when type.Attribute(KnownSymbols.KernelStateAttribute) is { } state => KernelState(state),
            { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => LayOutNullable(type, span),
            { IsTupleType: true } => LayOutTuple(type, span),
            { DeclaringSyntaxReferences.IsEmpty: true } => throw new UnsupportedException(Rules.LibraryType, span, Display(type)),
            _ when InlineArrayLength(type) is { } length => LayOutArray(type, length, span),
            _ => LayOut(type, span),
        };
        structs.Add(type, laidOut);
        return laidOut;
    }

    /// <summary>The span of elements of a type.</summary>
    public StructType SpanOf(ITypeSymbol element, SourceSpan span) => Span(element, span);

    // Spans and read-only spans of the same elements are the same to the kernel.
    private StructType Span(ITypeSymbol type, SourceSpan span)
    {
        var element = Lower(type, span);
        if (HoldsPointers(element))
            throw new UnsupportedException(Rules.ManagedType, span, Display(type), "a span has elements of numbers or structs of them");
        if (!spans.TryGetValue(element, out var known))
            spans.Add(element, known = SpanTypes.LayOut(UniqueName("Span"), element));
        return known;
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
        return new StructType(UniqueName(type.Name), [new StructField(field.Name, elements, 0)], TypeSize.Of(elements), Alignment(elements));
    }

    private StructType LayOut(INamedTypeSymbol type, SourceSpan span, StructField? start = null)
    {
        var fields = ImmutableArray.CreateBuilder<StructField>();
        if (start is not null)
            fields.Add(start);
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.IsStatic || field.IsConst)
                continue;
            if (field.IsFixedSizeBuffer)
                throw new UnsupportedException(Rules.FixedBuffer, Spans.Of(field), field.Name);
            var fieldSpan = Spans.Of(field) is { File.Length: > 0 } known ? known : span;
            var fieldType = Lower(field.Type, fieldSpan);
            if (field.RefKind != RefKind.None)
                fieldType = new PointerType(fieldType, MemorySpace.Any);
            // A ref struct lives on the stack, as long as what it points at.
            if (!type.IsRefLikeType)
                CheckKept(fieldType, field.Type, Display(type), fieldSpan);
            int at = field.Attribute(FieldOffsetAttribute)?.ConstructorArguments[0].Value as int? ?? 0;
            fields.Add(new StructField(FieldName(field), fieldType, at) { Tag = LinkTag(field.Type, fieldSpan) });
        }
        return StructLayout.Of(UniqueName(type.Name), fields.ToImmutable(), type.Attribute(StructLayoutAttribute));
    }

    private StructType LayOutNullable(INamedTypeSymbol type, SourceSpan span)
    {
        var value = Lower(type.TypeArguments[0], span);
        return StructLayout.InOrder(UniqueName("Nullable"), [new StructField(HasValue, IrType.Bool, 0), new StructField(NullableValue, value, 0)]);
    }

    private StructType LayOutTuple(INamedTypeSymbol type, SourceSpan span)
    {
        var elements = ImmutableArray.CreateBuilder<StructField>();
        foreach (var element in type.TupleElements)
            {
            // (A?, B) and (A, B) are one type to .NET.
            var lowered = Lower(element.Type, span);
            elements.Add(new StructField(FieldName(element), lowered is PointerType pointer ? pointer with { MayBeNull = true } : lowered, 0));
        }
        return StructLayout.OfTuple(UniqueName("Tuple"), elements.ToImmutable());
    }

    /// <summary>What the field of an IR struct is called that stands for a C# field.</summary>
    public static string FieldName(IFieldSymbol field) => field switch
    {
        { AssociatedSymbol: IPropertySymbol property } => property.Name,
        { CorrespondingTupleField: { } element } => element.Name,
        // The field that a primary constructor's parameter lives on in; its own name is no identifier.
        { IsImplicitlyDeclared: true } when field.Name.StartsWith("<", StringComparison.Ordinal) =>
            CapturedName(field.Name.Substring(1, field.Name.IndexOf('>') - 1)),
        _ => field.Name,
    };

    /// <summary>What the field is called that a primary constructor's parameter lives on in.</summary>
    public static string CapturedName(string parameter) => $"captured_{parameter}";

    // (int a, int b) and (int, int) are one type, and so are those that are made of them.
    private static ITypeSymbol WithoutTupleNames(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsGenericType: true, TypeArguments.IsEmpty: false } named || named.ContainingType is { IsGenericType: true })
            return type;
        if (named is { IsTupleType: true, TupleUnderlyingType: { } underlying })
            named = underlying;
        ImmutableArray<ITypeSymbol> arguments = [.. named.TypeArguments.Select(WithoutTupleNames)];
        return named.OriginalDefinition.Construct([.. arguments]);
    }

    private string UniqueName(string name)
    {
        structNames.TryGetValue(name, out int count);
        structNames[name] = count + 1;
        return count == 0 ? name : $"{name}_{count + 1}";
    }

    /// <summary>Alignment in memory, in bytes.</summary>
    public static int Alignment(IrType type) => type switch
    {
        StructType structure => structure.Alignment,
        ArrayType array => Alignment(array.Element),
        _ => TypeSize.Of(type),
    };

    // Fields may overlap (LayoutKind.Explicit).
    private static int Covered(StructType structure)
    {
        int covered = 0, end = 0;
        foreach (var field in structure.Fields)
        {
            int last = field.Offset + TypeSize.Of(field.Type);
            covered += Math.Max(last - Math.Max(field.Offset, end), 0);
            end = Math.Max(end, last);
        }
        return covered;
    }

    /// <summary>Whether bytes of a struct belong to no field.</summary>
    public static bool HasPadding(IrType type) => type switch
    {
        StructType structure => structure.Fields.Any(f => HasPadding(f.Type)) || Covered(structure) != structure.Size,
        ArrayType array => HasPadding(array.Element),
        _ => false,
    };
}
