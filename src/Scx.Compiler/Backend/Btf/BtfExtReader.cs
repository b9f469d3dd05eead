using System.Buffers.Binary;
using System.Collections.Immutable;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend.Btf;

/// <summary>Reads a <c>.BTF.ext</c> section: what is known of single instructions.</summary>
public static class BtfExtReader
{
    private const ushort Magic = 0xeb9f;

    /// <summary>The line records, section by section.</summary>
    /// <param name="section">Bytes of <c>.BTF.ext</c>.</param>
    /// <param name="btf">The types and strings it refers to.</param>
    /// <exception cref="InternalCompilerException">It is not BTF.</exception>
    public static ImmutableArray<LineRecord> Lines(ReadOnlySpan<byte> section, BtfReader btf) => Records(section, btf, 16,
        (name, at) => new LineRecord(
            name, U32(at, 0), btf.String(U32(at, 4)), btf.String(U32(at, 8)), (int)(U32(at, 12) >> 10), (int)(U32(at, 12) & 1023)));

    /// <summary>The CO-RE relocations, section by section.</summary>
    /// <inheritdoc cref="Lines"/>
    public static ImmutableArray<RelocationRecord> Relocations(ReadOnlySpan<byte> section, BtfReader btf) => Records(section, btf, 24,
        (name, at) => new RelocationRecord(name, U32(at, 0), btf.Types[(int)U32(at, 4)], btf.String(U32(at, 8)), (int)U32(at, 12)));

    private delegate T Reader<out T>(string section, ReadOnlySpan<byte> record);

    /// <summary>A block starts with the size of its records; then come sections, each with its name, a count and the records.</summary>
    private static ImmutableArray<T> Records<T>(ReadOnlySpan<byte> section, BtfReader btf, int header, Reader<T> read)
    {
        if (BinaryPrimitives.ReadUInt16LittleEndian(section) != Magic)
            throw new InternalCompilerException(SourceSpan.None, "not a little-endian BTF.ext section");
        int headerSize = (int)U32(section, 4);
        if (header >= headerSize || U32(section, header + 4) == 0)
            return [];
        ReadOnlySpan<byte> block = section.Slice(headerSize + (int)U32(section, header), (int)U32(section, header + 4));
        int size = (int)U32(block, 0);
        ImmutableArray<T>.Builder records = ImmutableArray.CreateBuilder<T>();
        for (int at = 4; at < block.Length;)
        {
            string name = btf.String(U32(block, at));
            int count = (int)U32(block, at + 4);
            at += 8;
            for (int i = 0; i < count; i++, at += size)
                records.Add(read(name, block.Slice(at, size)));
        }
        return records.ToImmutable();
    }

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}

/// <summary>Where an instruction comes from (struct bpf_line_info).</summary>
/// <param name="Section">Section of the code.</param>
/// <param name="Offset">Bytes from the start of the section.</param>
/// <param name="File">Path of the source.</param>
/// <param name="Text">The source line.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
public sealed record LineRecord(string Section, uint Offset, string File, string Text, int Line, int Column);

/// <summary>What the loader fills into an instruction (struct bpf_core_relo).</summary>
/// <param name="Section">Section of the code.</param>
/// <param name="Offset">Bytes from the start of the section.</param>
/// <param name="Type">The struct or enum asked about.</param>
/// <param name="Access">Positions from the type to the field or value, as in <c>0:1:2</c>.</param>
/// <param name="Kind">What is asked (enum bpf_core_relo_kind).</param>
public sealed record RelocationRecord(string Section, uint Offset, BtfType Type, string Access, int Kind);
