using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <summary>
/// The kernel structs that a module looks into, with just the fields it uses. Their offsets here mean nothing: the loader replaces each by
/// the running kernel's (CO-RE).
/// </summary>
internal sealed class KernelStructTable
{
    private readonly Dictionary<string, KernelStruct> _structs = new(StringComparer.Ordinal);
    private readonly List<KernelStruct> _order = [];
    private readonly HashSet<(string Struct, string Field)> _askedFor = [];

    /// <summary>Every struct, in the order of first use.</summary>
    public IReadOnlyList<KernelStruct> Structs => _order;

    /// <summary>Gathers what the functions use.</summary>
    public static KernelStructTable Collect(IEnumerable<Function> functions)
    {
        var table = new KernelStructTable();
        foreach (Instruction instruction in functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions))
        {
            if (instruction is KernelFieldAddress address)
                table.Use(StructOf(address), address.Field, FieldTypeOf(address), address.IsEnum);
        }
        // Last, so that a field which is also read keeps the type it is read with.
        foreach (KernelFieldExists exists in functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions).OfType<KernelFieldExists>())
        {
            table.Use(exists.Struct.Name, exists.Field, exists.FieldType, exists.IsEnum);
            table._askedFor.Add((exists.Struct.Name, exists.Field));
        }
        return table;
    }

    private void Use(string structName, string field, IrType type, bool isEnum)
    {
        Get(structName).Use(field, type, isEnum);
        if (type is KernelType embedded)
            Get(embedded.Name);
    }

    /// <summary>The struct of a name, empty if no field of it is used.</summary>
    public KernelStruct Get(string name)
    {
        if (!_structs.TryGetValue(name, out KernelStruct? found))
        {
            found = new KernelStruct(name);
            _structs.Add(name, found);
            _order.Add(found);
        }
        return found;
    }

    /// <summary>Whether the module asks for a field, so that some kernel may lack it.</summary>
    public bool IsAskedFor(string structName, string field) => _askedFor.Contains((structName, field));

    /// <summary>The struct whose field an instruction names.</summary>
    public static string StructOf(KernelFieldAddress address) => address.Object.Type is PointerType { Target: KernelType kernel }
        ? kernel.Name
        : throw new InternalCompilerException(address.Span, $"kernel field '{address.Field}' of something that is no kernel object");

    private static IrType FieldTypeOf(KernelFieldAddress address) => address.Result?.Type is PointerType pointer
        ? pointer.Target
        : throw new InternalCompilerException(address.Span, $"the address of kernel field '{address.Field}' is no pointer");

    /// <summary>Bytes of a field's type; an embedded struct is as large as the fields used of it.</summary>
    public int SizeOf(IrType type) => type switch
    {
        KernelType kernel => FieldOffsets(Get(kernel.Name)).Size,
        VoidType => 0,
        ArrayType array => SizeOf(array.Element) * array.Length,
        _ => Layout.SizeOf(type),
    };

    /// <summary>Alignment of a field's type.</summary>
    public int AlignmentOf(IrType type) => type switch
    {
        KernelType kernel => Get(kernel.Name).Fields.Select(f => AlignmentOf(f.Type)).DefaultIfEmpty(1).Max(),
        VoidType => 1,
        ArrayType array => AlignmentOf(array.Element),
        _ => Layout.AlignmentOf(type),
    };

    /// <summary>Where C would place the fields used, and the size that makes.</summary>
    public (IReadOnlyList<int> Offsets, int Size) FieldOffsets(KernelStruct layout)
    {
        var offsets = new List<int>();
        int end = 0, alignment = 1;
        foreach (KernelStructField field in layout.Fields)
        {
            int fieldAlignment = AlignmentOf(field.Type);
            alignment = Math.Max(alignment, fieldAlignment);
            offsets.Add(Layout.AlignUp(end, fieldAlignment));
            end = offsets[^1] + SizeOf(field.Type);
        }
        return (offsets, Layout.AlignUp(end, alignment));
    }
}

/// <summary>A kernel struct, as far as it is used.</summary>
internal sealed class KernelStruct(string name)
{
    private readonly List<KernelStructField> _fields = [];

    /// <summary>Name in the kernel's BTF.</summary>
    public string Name { get; } = name;

    /// <summary>The fields used, in the order of first use.</summary>
    public IReadOnlyList<KernelStructField> Fields => _fields;

    /// <summary>Notes that a field is used.</summary>
    public void Use(string field, IrType type, bool isEnum)
    {
        if (_fields.TrueForAll(known => known.Name != field))
            _fields.Add(new KernelStructField(field, type, isEnum));
    }

    /// <summary>Position of a field among those used.</summary>
    public int IndexOf(string field) =>
        _fields.FindIndex(known => known.Name == field);
}

/// <summary>A field of a <see cref="KernelStruct"/>.</summary>
internal sealed record KernelStructField(string Name, IrType Type, bool IsEnum);
