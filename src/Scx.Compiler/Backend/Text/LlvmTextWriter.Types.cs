using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>Debug types, which are what LLVM makes BTF from.</content>
public sealed partial class LlvmTextWriter
{
    private readonly Dictionary<StructType, string> _structTypes = [];
    private readonly Dictionary<string, string> _kernelTypes = new(StringComparer.Ordinal);

    /// <summary>The debug type of an IR type; <c>null</c> for void.</summary>
    internal string DebugType(IrType type) => type switch
    {
        VoidType => "null",
        BoolType => BasicType("_Bool", 8, "boolean"),
        IntType integer => IntegerType(integer),
        PointerType pointer => PointerTo(DebugType(pointer.Target)),
        ArrayType array => ArrayOf(DebugType(array.Element), array.Length, Layout.SizeOf(array)),
        StructType user => UserStruct(user),
        KernelType kernel => KernelStructType(kernel.Name),
        KptrType kptr => KptrSlot(DebugType(kptr.Target)),
        FunctionType function => SubroutineType(function.Parameters.Prepend(function.ReturnType).Select(DebugType)),
        // What lies behind the address of a map is the kernel's own affair.
        MapType => "null",
        _ => throw new InternalCompilerException(SourceSpan.None, $"{type} has no debug type"),
    };

    /// <summary>A pointer; <c>null</c> as the target makes it <c>void *</c>.</summary>
    internal string PointerTo(string target) => _metadata.Add($"!DIDerivedType(tag: DW_TAG_pointer_type, baseType: {target}, size: 64)");

    private string ArrayOf(string element, long length, long bytes)
    {
        string range = _metadata.Tuple([_metadata.Add($"!DISubrange(count: {length})")]);
        return _metadata.Add($"!DICompositeType(tag: DW_TAG_array_type, baseType: {element}, size: {bytes * 8}, elements: {range})");
    }

    /// <summary>Named as C names them, so that what bpftool prints is C.</summary>
    private string IntegerType(IntType type) => (type.Bits, type.Signed) switch
    {
        (8, true) => BasicType("char", 8, "signed_char"),
        (8, false) => BasicType("unsigned char", 8, "unsigned_char"),
        (16, true) => BasicType("short", 16, "signed"),
        (16, false) => BasicType("unsigned short", 16, "unsigned"),
        (32, true) => BasicType("int", 32, "signed"),
        (32, false) => BasicType("unsigned int", 32, "unsigned"),
        (_, true) => BasicType("long long", 64, "signed"),
        _ => BasicType("unsigned long long", 64, "unsigned"),
    };

    private string BasicType(string name, int bits, string encoding) =>
        _metadata.Add($"!DIBasicType(name: \"{name}\", size: {bits}, encoding: DW_ATE_{encoding})");

    private string UserStruct(StructType type)
    {
        if (type.IsKernelState)
            type = _kernelStates.GetValueOrDefault(type.Name, type);
        if (_structTypes.TryGetValue(type, out string? known))
            return known;
        string reference = _metadata.Reserve();
        _structTypes.Add(type, reference);
        IEnumerable<string> members = type.Fields.Select(
            f => Member(reference, f.Name, DebugType(f.Type), Layout.SizeOf(f.Type), f.Offset, f.Tag)).ToArray();
        _metadata.Define(reference, Struct(type.Name, type.Size, members));
        return reference;
    }

    /// <summary>
    /// A definition even if no field is used: libbpf does not take a forward declaration for a struct (bpf_core_types_are_compat).
    /// </summary>
    private string KernelStructType(string name)
    {
        if (_kernelStates.TryGetValue(name, out StructType? state))
            return UserStruct(state);
        if (_kernelTypes.TryGetValue(name, out string? known))
            return known;
        string reference = _metadata.Reserve();
        _kernelTypes.Add(name, reference);
        KernelStruct layout = _kernelStructs.Get(name);
        (IReadOnlyList<int> offsets, int size) = _kernelStructs.FieldOffsets(layout);
        IEnumerable<string> members = layout.Fields.Select(
            (f, i) => Member(reference, f.Name, KernelFieldType(f), _kernelStructs.SizeOf(f.Type), offsets[i])).ToArray();
        _metadata.Define(reference, Struct(name, size, members));
        return reference;
    }

    /// <summary>Which struct a field points at plays no part in finding it, so no pointer drags its target into the object.</summary>
    private string KernelFieldType(KernelStructField field) => field.Type switch
    {
        IntType integer when field.IsEnum => _metadata.Add(
            $"!DICompositeType(tag: DW_TAG_enumeration_type, file: {_mainFile}, baseType: {IntegerType(integer)}, " +
            $"size: {integer.Bits}, elements: !{{}})"),
        PointerType => PointerTo("null"),
        ArrayType array => ArrayOf(KernelFieldType(field with { Type = array.Element }), array.Length, _kernelStructs.SizeOf(array)),
        _ => DebugType(field.Type),
    };

    /// <summary>A C# enum. The names of its constants carry the enum's, since C has one space for all.</summary>
    private string UserEnum(EnumType type, IntType number)
    {
        string[] enumerators = [.. type.Members.Select(m => _metadata.Add(
            $"!DIEnumerator(name: \"{LlvmSyntax.BtfIdentifier($"{type.Name}_{m.Name}")}\", " +
            (number.Signed ? $"value: {m.Number})" : $"value: {(ulong)m.Number}, isUnsigned: true)")))];
        return _metadata.Add(
            $"!DICompositeType(tag: DW_TAG_enumeration_type, name: \"{LlvmSyntax.BtfIdentifier(type.Name)}\", file: {_mainFile}, " +
            $"baseType: {IntegerType(number)}, size: {number.Bits}, elements: {_metadata.Tuple(enumerators)})");
    }

    private string Struct(string name, int size, IEnumerable<string> members) =>
        $"distinct !DICompositeType(tag: DW_TAG_structure_type, name: \"{LlvmSyntax.BtfIdentifier(name)}\", file: {_mainFile}, " +
        $"size: {size * 8L}, elements: {_metadata.Tuple(members)})";

    private string Member(string scope, string name, string type, int size, int offset, string? tag = null) => _metadata.Add(
        $"!DIDerivedType(tag: DW_TAG_member, name: \"{LlvmSyntax.BtfIdentifier(name)}\", scope: {scope}, file: {_mainFile}, " +
        $"baseType: {type}, size: {size * 8L}, offset: {offset * 8L}{(tag is null ? "" : $", annotations: {Annotation("btf_decl_tag", tag)}")})");

    /// <summary>A pointer that the kernel keeps count of.</summary>
    private string KptrSlot(string target) => _metadata.Add(
        $"!DIDerivedType(tag: DW_TAG_pointer_type, baseType: {target}, size: 64, annotations: {Annotation("btf_type_tag", "kptr")})");

    private string Annotation(string kind, string text) =>
        _metadata.Tuple([_metadata.Tuple([$"!\"{kind}\"", "!" + LlvmSyntax.Quote(text)])]);

    /// <summary>
    /// A kernel enum with the values used. The loader looks each up by name in the kernel's enum of that name, of 32 or 64 bits.
    /// </summary>
    private string KernelEnumType(string name)
    {
        IReadOnlyList<KernelEnumConstant> values = _kernelEnums.ValuesOf(name);
        bool signed = values.Any(KernelEnumTable.IsNegative);
        int bits = values.Any(KernelEnumTable.IsWide) ? 64 : 32;
        string[] enumerators = [.. values.Select(v => _metadata.Add(signed
            ? $"!DIEnumerator(name: \"{v.Member}\", value: {v.Number})"
            : $"!DIEnumerator(name: \"{v.Member}\", value: {(ulong)v.Number}, isUnsigned: true)"))];
        return _metadata.Add(
            $"!DICompositeType(tag: DW_TAG_enumeration_type, name: \"{name}\", file: {_mainFile}, " +
            $"baseType: {IntegerType(new IntType(bits, signed))}, size: {bits}, elements: {_metadata.Tuple(enumerators)})");
    }
}
