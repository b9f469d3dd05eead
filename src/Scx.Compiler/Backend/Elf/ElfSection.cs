namespace Scx.Compiler.Backend.Elf;

/// <summary>Section types (sh_type of the ELF specification).</summary>
public enum ElfSectionType : uint
{
    /// <summary>SHT_NULL.</summary>
    Null = 0,

    /// <summary>SHT_PROGBITS: code or data.</summary>
    ProgBits = 1,

    /// <summary>SHT_SYMTAB.</summary>
    SymbolTable = 2,

    /// <summary>SHT_STRTAB.</summary>
    StringTable = 3,

    /// <summary>SHT_NOBITS: zeros that take no room in the file.</summary>
    NoBits = 8,

    /// <summary>SHT_REL: relocations whose addend lies in place.</summary>
    Relocations = 9,
}

/// <summary>A section with its relocations.</summary>
/// <param name="name">Such as <c>.maps</c>.</param>
/// <param name="type">What it holds.</param>
/// <param name="flags">SHF_*.</param>
/// <param name="alignment">Bytes.</param>
/// <param name="entrySize">Bytes of an entry, if it holds entries.</param>
public sealed class ElfSection(string name, ElfSectionType type, ulong flags, ulong alignment, ulong entrySize)
{
    /// <summary>Such as <c>.maps</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What it holds.</summary>
    public ElfSectionType Type { get; } = type;

    /// <summary>SHF_*.</summary>
    public ulong Flags { get; } = flags;

    /// <summary>Bytes.</summary>
    public ulong Alignment { get; } = alignment;

    /// <summary>Bytes of an entry, if it holds entries.</summary>
    public ulong EntrySize { get; } = entrySize;

    /// <summary>Its bytes; empty for <see cref="ElfSectionType.NoBits"/>.</summary>
    public byte[] Data { get; init; } = [];

    /// <summary>Bytes in memory.</summary>
    public ulong Size { get; init; }

    /// <summary>In the order of the file.</summary>
    public List<ElfRelocation> Relocations { get; } = [];
}

/// <summary>Relocation types of BPF (Documentation/bpf/llvm_reloc.rst).</summary>
public enum ElfRelocationType : uint
{
    /// <summary>R_BPF_64_64: the 64-bit immediate of a load.</summary>
    Immediate64 = 1,

    /// <summary>R_BPF_64_ABS64: an address in data.</summary>
    Absolute64 = 2,

    /// <summary>R_BPF_64_ABS32: half an address in data.</summary>
    Absolute32 = 3,

    /// <summary>R_BPF_64_NODYLD32: an offset in BTF.</summary>
    NoDynamic32 = 4,

    /// <summary>R_BPF_64_32: a call.</summary>
    Call32 = 10,
}

/// <summary>A place to fill in with a symbol's value.</summary>
/// <param name="Offset">Bytes from the start of the section.</param>
/// <param name="Type">How.</param>
/// <param name="Symbol">With what.</param>
public sealed record ElfRelocation(ulong Offset, ElfRelocationType Type, ElfSymbol Symbol);

/// <summary>Symbol types (STT_*).</summary>
public enum ElfSymbolType
{
    /// <summary>STT_NOTYPE: undefined here.</summary>
    None,

    /// <summary>STT_OBJECT: data.</summary>
    Object,

    /// <summary>STT_FUNC: code.</summary>
    Function,

    /// <summary>STT_SECTION: a section's start.</summary>
    Section,

    /// <summary>STT_FILE: name of the source.</summary>
    File,
}

/// <summary>Symbol bindings (STB_*).</summary>
public enum ElfBinding
{
    /// <summary>STB_LOCAL.</summary>
    Local,

    /// <summary>STB_GLOBAL.</summary>
    Global,

    /// <summary>STB_WEAK: may stay undefined.</summary>
    Weak,
}

/// <summary>A symbol. Compared by identity.</summary>
/// <param name="name">Empty for a section's.</param>
/// <param name="type">What it names.</param>
/// <param name="binding">Who may refer to it.</param>
public sealed class ElfSymbol(string name, ElfSymbolType type, ElfBinding binding)
{
    /// <summary>Empty for a section's.</summary>
    public string Name { get; } = name;

    /// <summary>What it names.</summary>
    public ElfSymbolType Type { get; } = type;

    /// <summary>Who may refer to it.</summary>
    public ElfBinding Binding { get; } = binding;

    /// <summary>st_other.</summary>
    public byte Visibility { get; init; }

    /// <summary>Where it is defined; null if it is not, or is absolute.</summary>
    public ElfSection? Section { get; init; }

    /// <summary>A number rather than a place.</summary>
    public bool IsAbsolute { get; init; }

    /// <summary>Bytes from the start of the section.</summary>
    public ulong Value { get; init; }

    /// <summary>Bytes.</summary>
    public ulong Size { get; init; }
}
