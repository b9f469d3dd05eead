using System.Buffers.Binary;
using System.Text;

namespace Scx.Runtime.Native;

/// <summary>What libbpf does not tell about an object file: which functions of the kernel it needs, and who calls them.</summary>
sealed class ElfFile
{
    const int SectionHeaderSize = 64;
    const int SymbolSize = 24;
    const int RelocationSize = 16;
    const ushort MachineBpf = 247;
    const uint SymbolTable = 2;
    const uint Relocations = 9;

    readonly byte[] data;
    readonly List<Section> sections = [];
    readonly List<ExternalSymbol> externals = [];

    ElfFile(byte[] data) => this.data = data;

    sealed record Section(string Name, uint Type, int Offset, int Size, int Link, int Info);

    /// <summary>A symbol that the kernel is to supply.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Weak">Whether the scheduler can do without it.</param>
    /// <param name="Users">The sections that refer to it.</param>
    public sealed record ExternalSymbol(string Name, bool Weak, IReadOnlyList<string> Users);

    /// <summary>The symbols that the kernel is to supply.</summary>
    public IReadOnlyList<ExternalSymbol> Externals => externals;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ObjectFormatException">It does not exist, cannot be read, or holds no BPF code.</exception>
    public static ElfFile Read(string path)
    {
        byte[] data;
        try
        {
            data = File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ObjectFormatException(path, failure switch
            {
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                UnauthorizedAccessException => Directory.Exists(path) ? "this is a directory" : "this file may not be read",
                _ => failure.Message,
            });
        }

        if (data.Length < 64 || !data.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
            throw new ObjectFormatException(path, "not a BPF object (it is no 64-bit little-endian ELF file)");
        var file = new ElfFile(data);
        if (file.Short(18) != MachineBpf)
            throw new ObjectFormatException(path, "not a BPF object (it is an ELF file for another processor)");
        try
        {
            file.ReadSections();
            file.ReadExternals();
        }
        catch (Exception failure) when (failure is ArgumentOutOfRangeException or OverflowException)
        {
            throw new ObjectFormatException(path, "this BPF object is cut off or damaged");
        }

        return file;
    }

    void ReadSections()
    {
        int table = checked((int)Long(40)), count = Short(60), names = Short(62);
        for (int i = 0; i < count; i++)
        {
            int at = table + i * SectionHeaderSize;
            int namesAt = checked((int)Long(table + names * SectionHeaderSize + 24));
            sections.Add(new Section(Text(namesAt + (int)Word(at)), Word(at + 4), checked((int)Long(at + 24)), checked((int)Long(at + 32)),
                (int)Word(at + 40), (int)Word(at + 44)));
        }
    }

    void ReadExternals()
    {
        if (sections.Find(section => section.Type == SymbolTable) is not { } symbols)
            return;
        var users = UsersBySymbol();
        int names = sections[symbols.Link].Offset;
        for (int i = 1; i < symbols.Size / SymbolSize; i++)
        {
            int at = symbols.Offset + i * SymbolSize;
            bool weak = data[at + 4] >> 4 == 2;
            if (Short(at + 6) == 0 && Word(at) != 0)
                externals.Add(new ExternalSymbol(Text(names + (int)Word(at)), weak, [.. users[i].Distinct()]));
        }
    }

    ILookup<int, string> UsersBySymbol() =>
        (from section in sections
         where section.Type == Relocations && section.Name.StartsWith(".relstruct_ops", StringComparison.Ordinal)
         from index in Enumerable.Range(0, section.Size / RelocationSize)
         select (Symbol: (int)Word(section.Offset + index * RelocationSize + 12), sections[section.Info].Name))
        .ToLookup(pair => pair.Symbol, pair => pair.Name);

    ushort Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(at));

    uint Word(int at) => BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(at));

    ulong Long(int at) => BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(at));

    string Text(int at)
    {
        var rest = data.AsSpan(at);
        int end = rest.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
    }
}
