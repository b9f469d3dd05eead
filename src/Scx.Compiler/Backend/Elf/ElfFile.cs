using System.Buffers.Binary;
using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend.Elf;

/// <summary>A relocatable object: ELF64, little endian, as much of it as BPF objects use.</summary>
public sealed partial class ElfFile
{
    private const int HeaderSize = 64, SectionHeaderSize = 64, SymbolSize = 24, RelocationSize = 16;
    private const ushort Relocatable = 1, Bpf = 247;

    private ElfFile(List<ElfSection> sections, List<ElfSymbol> symbols)
    {
        Sections = sections;
        Symbols = symbols;
    }

    /// <summary>The sections, without those that only serve the file: symbol table, string tables, relocations.</summary>
    public List<ElfSection> Sections { get; }

    /// <summary>The symbols, local ones first, without the empty one that the format puts at the head.</summary>
    public List<ElfSymbol> Symbols { get; }

    /// <summary>The section of a name, or null.</summary>
    /// <param name="name">Such as <c>.maps</c>.</param>
    public ElfSection? Section(string name) => Sections.Find(s => s.Name == name);

    /// <summary>The symbol of a name, or null.</summary>
    /// <param name="name">Such as <c>simple_ops</c>.</param>
    public ElfSymbol? Symbol(string name) => Symbols.Find(s => s.Name == name);

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <exception cref="InternalCompilerException">It is not what LLVM writes for BPF.</exception>
    public static ElfFile Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderSize || !file[..4].SequenceEqual("\u007fELF"u8) || file[4] != 2 || file[5] != 1 || U16(file, 18) != Bpf)
            throw new InternalCompilerException(SourceSpan.None, "not a little-endian BPF object");
        int table = checked((int)U64(file, 40)), count = U16(file, 60);
        var headers = new Header[count];
        for (int i = 0; i < count; i++)
            headers[i] = Header.Read(file.Slice(table + i * SectionHeaderSize, SectionHeaderSize));

        ReadOnlySpan<byte> names = headers[U16(file, 62)].Data(file);
        var sections = new ElfSection?[count];
        for (int i = 1; i < count; i++)
        {
            Header header = headers[i];
            if (header.Type is not (ElfSectionType.SymbolTable or ElfSectionType.StringTable or ElfSectionType.Relocations))
            {
                sections[i] = new ElfSection(Name(names, header.Name), header.Type, header.Flags, header.Alignment, header.EntrySize)
                {
                    Data = header.Type == ElfSectionType.NoBits ? [] : header.Data(file).ToArray(),
                    Size = header.Size,
                };
            }
        }
        List<ElfSymbol> symbols = ReadSymbols(file, headers, sections);
        ReadRelocations(file, headers, sections, symbols);
        return new ElfFile([.. sections.OfType<ElfSection>()], symbols);
    }

    private static List<ElfSymbol> ReadSymbols(ReadOnlySpan<byte> file, Header[] headers, ElfSection?[] sections)
    {
        List<ElfSymbol> symbols = [];
        int index = Array.FindIndex(headers, h => h.Type == ElfSectionType.SymbolTable);
        if (index < 0)
            return symbols;
        ReadOnlySpan<byte> table = headers[index].Data(file), strings = headers[headers[index].Link].Data(file);
        for (int at = SymbolSize; at < table.Length; at += SymbolSize)
        {
            ReadOnlySpan<byte> entry = table.Slice(at, SymbolSize);
            ushort section = U16(entry, 6);
            symbols.Add(new ElfSymbol(Name(strings, U32(entry, 0)), (ElfSymbolType)(entry[4] & 15), (ElfBinding)(entry[4] >> 4))
            {
                Visibility = entry[5],
                Section = section < sections.Length ? sections[section] : null,
                IsAbsolute = section == 0xfff1,
                Value = U64(entry, 8),
                Size = U64(entry, 16),
            });
        }
        return symbols;
    }

    private static void ReadRelocations(ReadOnlySpan<byte> file, Header[] headers, ElfSection?[] sections, List<ElfSymbol> symbols)
    {
        foreach (Header header in headers)
        {
            if (header.Type != ElfSectionType.Relocations || sections[header.Info] is not { } target)
                continue;
            ReadOnlySpan<byte> table = header.Data(file);
            for (int at = 0; at < table.Length; at += RelocationSize)
            {
                ulong info = U64(table, at + 8);
                ElfSymbol symbol = symbols[checked((int)(info >> 32)) - 1];
                target.Relocations.Add(new ElfRelocation(U64(table, at), (ElfRelocationType)(uint)info, symbol));
            }
        }
    }

    private static string Name(ReadOnlySpan<byte> strings, uint offset)
    {
        ReadOnlySpan<byte> rest = strings[checked((int)offset)..];
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    private readonly record struct Header(
        uint Name, ElfSectionType Type, ulong Flags, ulong Offset, ulong Size, int Link, int Info, ulong Alignment, ulong EntrySize)
    {
        public static Header Read(ReadOnlySpan<byte> at) => new(
            U32(at, 0), (ElfSectionType)U32(at, 4), U64(at, 8), U64(at, 24), U64(at, 32),
            (int)U32(at, 40), (int)U32(at, 44), U64(at, 48), U64(at, 56));

        public ReadOnlySpan<byte> Data(ReadOnlySpan<byte> file) => file.Slice(checked((int)Offset), checked((int)Size));
    }
}
