using System.Buffers.Binary;
using System.Text;

namespace Scx.Compiler.Backend.Elf;

/// <content>Writing: sections in order, then relocations, symbols and names.</content>
public sealed partial class ElfFile
{
    /// <summary>The file's bytes; the same for the same sections and symbols.</summary>
    public byte[] Write()
    {
        var strings = new StringTable();
        List<ElfSymbol> symbols = [.. Symbols.OrderBy(s => s.Binding != ElfBinding.Local)];
        Dictionary<ElfSymbol, int> symbolIndex = symbols.Select((s, i) => (s, i + 1)).ToDictionary(e => e.s, e => e.Item2);
        Dictionary<ElfSection, int> sectionIndex = Sections.Select((s, i) => (s, i + 1)).ToDictionary(e => e.s, e => e.Item2);
        List<ElfSection> relocated = [.. Sections.Where(s => s.Relocations.Count > 0)];
        int symbolTable = Sections.Count + relocated.Count + 1, stringTable = symbolTable + 1;

        var body = new MemoryStream();
        body.Write(new byte[HeaderSize]);
        var headers = new MemoryStream();
        headers.Write(new byte[SectionHeaderSize]);
        foreach (ElfSection section in Sections)
        {
            Append(body, headers, strings, section.Name, section.Type, section.Flags, section.Data, section.Size,
                0, 0, section.Alignment, section.EntrySize);
        }
        const ulong infoLink = 0x40;
        foreach (ElfSection section in relocated)
        {
            byte[] table = Relocations(section, symbolIndex);
            Append(body, headers, strings, ".rel" + section.Name, ElfSectionType.Relocations, infoLink, table, (ulong)table.Length,
                symbolTable, sectionIndex[section], 8, RelocationSize);
        }
        byte[] symbolBytes = SymbolTable(symbols, sectionIndex, strings);
        Append(body, headers, strings, ".symtab", ElfSectionType.SymbolTable, 0, symbolBytes, (ulong)symbolBytes.Length,
            stringTable, symbols.Count(s => s.Binding == ElfBinding.Local) + 1, 8, SymbolSize);
        strings.Offset(".strtab");
        byte[] stringBytes = strings.ToArray();
        Append(body, headers, strings, ".strtab", ElfSectionType.StringTable, 0, stringBytes, (ulong)stringBytes.Length, 0, 0, 1, 0);

        Align(body, 8);
        long headerOffset = body.Length;
        headers.WriteTo(body);
        byte[] file = body.ToArray();
        WriteHeader(file, headerOffset, stringTable);
        return file;
    }

    private static byte[] Relocations(ElfSection section, Dictionary<ElfSymbol, int> symbols)
    {
        byte[] table = new byte[section.Relocations.Count * RelocationSize];
        for (int i = 0; i < section.Relocations.Count; i++)
        {
            ElfRelocation relocation = section.Relocations[i];
            Span<byte> entry = table.AsSpan(i * RelocationSize);
            BinaryPrimitives.WriteUInt64LittleEndian(entry, relocation.Offset);
            BinaryPrimitives.WriteUInt64LittleEndian(entry[8..], (ulong)symbols[relocation.Symbol] << 32 | (uint)relocation.Type);
        }
        return table;
    }

    private static byte[] SymbolTable(List<ElfSymbol> symbols, Dictionary<ElfSection, int> sections, StringTable strings)
    {
        byte[] table = new byte[(symbols.Count + 1) * SymbolSize];
        for (int i = 0; i < symbols.Count; i++)
        {
            ElfSymbol symbol = symbols[i];
            Span<byte> entry = table.AsSpan((i + 1) * SymbolSize);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, (uint)strings.Offset(symbol.Name));
            entry[4] = (byte)((int)symbol.Binding << 4 | (int)symbol.Type);
            entry[5] = symbol.Visibility;
            int section = symbol.IsAbsolute ? 0xfff1 : symbol.Section is null ? 0 : sections[symbol.Section];
            BinaryPrimitives.WriteUInt16LittleEndian(entry[6..], (ushort)section);
            BinaryPrimitives.WriteUInt64LittleEndian(entry[8..], symbol.Value);
            BinaryPrimitives.WriteUInt64LittleEndian(entry[16..], symbol.Size);
        }
        return table;
    }

    private static void Append(
        MemoryStream body, MemoryStream headers, StringTable strings, string name, ElfSectionType type, ulong flags,
        byte[] data, ulong size, int link, int info, ulong alignment, ulong entrySize)
    {
        Align(body, alignment);
        byte[] header = new byte[SectionHeaderSize];
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)strings.Offset(name));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), (uint)type);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(8), flags);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(24), (ulong)body.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(32), size);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), link);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(44), info);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(48), alignment);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(56), entrySize);
        headers.Write(header);
        body.Write(data);
    }

    private void WriteHeader(Span<byte> file, long headerOffset, int stringTable)
    {
        "\u007fELF"u8.CopyTo(file);
        (file[4], file[5], file[6]) = (2, 1, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(file[16..], Relocatable);
        BinaryPrimitives.WriteUInt16LittleEndian(file[18..], Bpf);
        BinaryPrimitives.WriteUInt32LittleEndian(file[20..], 1);
        BinaryPrimitives.WriteUInt64LittleEndian(file[40..], (ulong)headerOffset);
        BinaryPrimitives.WriteUInt16LittleEndian(file[52..], HeaderSize);
        BinaryPrimitives.WriteUInt16LittleEndian(file[58..], SectionHeaderSize);
        BinaryPrimitives.WriteUInt16LittleEndian(file[60..], (ushort)(stringTable + 1));
        BinaryPrimitives.WriteUInt16LittleEndian(file[62..], (ushort)stringTable);
    }

    private static void Align(MemoryStream stream, ulong alignment)
    {
        while (alignment > 1 && (ulong)stream.Length % alignment != 0)
            stream.WriteByte(0);
    }

    /// <summary>Names one after another, each with a final 0.</summary>
    private sealed class StringTable
    {
        private readonly MemoryStream _bytes = new();
        private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal);

        public StringTable() => Offset("");

        public long Offset(string name)
        {
            if (!_offsets.TryGetValue(name, out long offset))
            {
                offset = _bytes.Length;
                _offsets.Add(name, offset);
                _bytes.Write(Encoding.UTF8.GetBytes(name + '\0'));
            }
            return offset;
        }

        public byte[] ToArray() => _bytes.ToArray();
    }
}
