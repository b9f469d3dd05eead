using System.Buffers.Binary;
using Scx.Compiler.Backend.Btf;
using Scx.Compiler.Backend.Elf;

namespace Scx.Compiler.Backend;

/// <summary>
/// From what LLVM writes to what is shipped: without DWARF, which nobody reads for BPF, and with BTF that needs no relocations any more, as
/// <c>bpftool gen object</c> leaves it.
/// </summary>
public static class ObjectFinisher
{
    // struct btf_type (include/uapi/linux/btf.h).
    private const int DeclarationSize = 12;

    /// <summary>Finishes an object.</summary>
    /// <param name="elf">LLVM's object.</param>
    /// <exception cref="Ir.InternalCompilerException">It is not what LLVM writes for BPF.</exception>
    public static byte[] Finish(byte[] elf)
    {
        ElfFile file = ElfFile.Read(elf);
        foreach (ElfSection section in file.Sections.Where(s => s.Name is ".BTF" or ".BTF.ext"))
            Resolve(section);
        if (file.Section(".BTF") is { } btf)
        {
            var types = BtfReader.Read(btf.Data).Types;
            FillSectionSizes(file, types, btf.Data);
            OrderDeclared(types, btf.Data);
            types = BtfReader.Read(btf.Data).Types;
            DescribeOwned(types, btf.Data);
        }

        file.Sections.RemoveAll(IsForDebuggers);
        HashSet<ElfSymbol> referred = [.. file.Sections.SelectMany(s => s.Relocations).Select(r => r.Symbol)];
        file.Symbols.RemoveAll(s => !referred.Contains(s) &&
            (s.Type is ElfSymbolType.File or ElfSymbolType.Section || (s.Section is { } home && !file.Sections.Contains(home))));
        // LLVM always makes a .text, empty if every function has a section of its own.
        file.Sections.RemoveAll(s => s is { Name: ".text", Size: 0 } && file.Symbols.TrueForAll(symbol => symbol.Section != s));
        return file.Write();
    }

    private static bool IsForDebuggers(ElfSection section) =>
        section.Name.StartsWith(".debug_", StringComparison.Ordinal) || section.Name == ".llvm_addrsig";

    /// <summary>Adds each symbol's value to the number in place. Only variables have one: functions start their sections.</summary>
    private static void Resolve(ElfSection section)
    {
        foreach (ElfRelocation relocation in section.Relocations)
        {
            Span<byte> place = section.Data.AsSpan((int)relocation.Offset, 4);
            BinaryPrimitives.WriteUInt32LittleEndian(place, BinaryPrimitives.ReadUInt32LittleEndian(place) + (uint)relocation.Symbol.Value);
        }
        section.Relocations.Clear();
    }

    /// <summary>
    /// LLVM leaves the sizes of sections 0 for libbpf to find out, but libbpf then finds out the offsets too: both are known here.
    /// </summary>
    private static void FillSectionSizes(ElfFile file, IEnumerable<BtfType> types, byte[] btf)
    {
        foreach (BtfType section in types.Where(t => t.Kind == BtfKind.DataSection))
        {
            if (file.Section(section.Name) is { } home)
                BinaryPrimitives.WriteUInt32LittleEndian(btf.AsSpan(section.Offset + 8), (uint)home.Size);
        }
    }

    /// <summary>
    /// Puts the types that are only declared in the order of their names: LLVM has them in the order of addresses in its memory (FixupDerivedTypes in BTFDebug.h,
    /// LLVM 19), which is another each time, and the same source is to give the same object.
    /// </summary>
    private static void OrderDeclared(IReadOnlyList<BtfType> types, byte[] btf)
    {
        int[] places = [.. Enumerable.Range(1, types.Count - 1).Where(i => types[i].Kind == BtfKind.Forward)];
        int[] ordered = [.. places.OrderBy(i => types[i].Name, StringComparer.Ordinal)];
        var moved = ordered.Zip(places).ToDictionary(p => (uint)p.First, p => (uint)p.Second);
        byte[][] declarations = [.. ordered.Select(i => btf.AsSpan(types[i].Offset, DeclarationSize).ToArray())];
        foreach (var (place, declaration) in places.Zip(declarations))
            declaration.CopyTo(btf.AsSpan(types[place].Offset));
        foreach (BtfType reference in types.Where(t => t.Kind is BtfKind.Pointer or BtfKind.TypeTag or BtfKind.Const or BtfKind.Volatile))
        {
            if (moved.TryGetValue(reference.SizeOrType, out uint place))
                BinaryPrimitives.WriteUInt32LittleEndian(btf.AsSpan(reference.Offset + 8), place);
        }
    }

    /// <summary>
    /// LLVM only declares what nothing but a pointer refers to. Of a slot that owns an object the kernel wants a struct, whose members it takes from its own
    /// BTF (btf_find_kptr() in kernel/bpf/btf.c); else it would read the slot as a number.
    /// </summary>
    private static void DescribeOwned(IReadOnlyList<BtfType> types, byte[] btf)
    {
        foreach (BtfType tag in types.Where(t => t is { Kind: BtfKind.TypeTag, Name: "kptr" }))
        {
            if (types[(int)tag.SizeOrType] is { Kind: BtfKind.Forward } declared)
                BinaryPrimitives.WriteUInt32LittleEndian(btf.AsSpan(declared.Offset + 4), (uint)BtfKind.Struct << 24);
        }
    }
}
