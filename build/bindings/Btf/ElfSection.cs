using System.Buffers.Binary;
using System.Text;

namespace Scx.Bindings.Tool.Btf;

/// <summary>Finds a section of a 64-bit little-endian ELF file such as <c>vmlinux</c>.</summary>
public static class ElfSection
{
    /// <summary>The bytes begin as an ELF file does.</summary>
    public static bool IsElf(ReadOnlySpan<byte> file) => file.StartsWith("\u007fELF"u8);

    /// <summary>The contents of the section of that name.</summary>
    /// <exception cref="InvalidDataException">The file has none.</exception>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> file, string name)
    {
        ReadOnlySpan<byte> wanted = Encoding.ASCII.GetBytes(name);
        ulong table = U64(file, 0x28);
        int entry = U16(file, 0x3a), count = U16(file, 0x3c), names = U16(file, 0x3e);
        ReadOnlySpan<byte> strings = Contents(file, file[(int)((int)table + names * entry)..]);

        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> header = file[((int)table + i * entry)..];
            ReadOnlySpan<byte> candidate = strings[(int)BinaryPrimitives.ReadUInt32LittleEndian(header)..];
            if (candidate[..candidate.IndexOf((byte)0)].SequenceEqual(wanted)) return Contents(file, header);
        }

        throw new InvalidDataException($"the ELF file has no section {name}");
    }

    static ReadOnlySpan<byte> Contents(ReadOnlySpan<byte> file, ReadOnlySpan<byte> header) =>
        file.Slice(checked((int)U64(header, 0x18)), checked((int)U64(header, 0x20)));

    static ulong U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
