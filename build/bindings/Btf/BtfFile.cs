using System.Buffers.Binary;
using System.Text;

namespace Scx.Bindings.Tool.Btf;

/// <summary>The types of one kernel, read from raw little-endian BTF (<c>/sys/kernel/btf/vmlinux</c>).</summary>
public sealed class BtfFile
{
    const ushort Magic = 0xeb9f;

    BtfFile(IReadOnlyList<BtfType> types) => Types = types;

    /// <summary>All types; the index is the type id and 0 is void.</summary>
    public IReadOnlyList<BtfType> Types { get; }

    /// <summary>Reads a raw BTF blob, or the <c>.BTF</c> section if the bytes are an ELF file's.</summary>
    /// <exception cref="InvalidDataException">It is neither, or it is damaged.</exception>
    public static BtfFile Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return ReadRaw(ElfSection.IsElf(bytes) ? ElfSection.Find(bytes, ".BTF") : bytes);
        }
        catch (Exception problem) when (problem is ArgumentException or OverflowException)
        {
            throw new InvalidDataException("the BTF is cut short or damaged", problem);
        }
    }

    static BtfFile ReadRaw(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 24 || BinaryPrimitives.ReadUInt16LittleEndian(bytes) != Magic)
            throw new InvalidDataException("not little-endian BTF");

        int header = checked((int)U32(bytes, 4));
        ReadOnlySpan<byte> types = bytes.Slice(header + checked((int)U32(bytes, 8)), checked((int)U32(bytes, 12)));
        ReadOnlySpan<byte> strings = bytes.Slice(header + checked((int)U32(bytes, 16)), checked((int)U32(bytes, 20)));

        var result = new List<BtfType> { new(BtfKind.Void, "void", 0, false, 0, []) };
        for (int at = 0; at < types.Length;) result.Add(ReadType(types, strings, ref at));
        return new BtfFile(result);
    }

    static BtfType ReadType(ReadOnlySpan<byte> types, ReadOnlySpan<byte> strings, ref int at)
    {
        string name = String(strings, U32(types, at));
        uint info = U32(types, at + 4), sizeOrType = U32(types, at + 8);
        int count = (int)(info & 0xffff);
        var kind = (BtfKind)((info >> 24) & 0x1f);
        at += 12;

        uint extra = 0;
        var members = new List<BtfMember>();
        switch (kind)
        {
            case BtfKind.Int:
                extra = U32(types, at);
                at += 4;
                break;
            case BtfKind.Var or BtfKind.DeclTag:
                at += 4;
                break;
            case BtfKind.Array:
                sizeOrType = U32(types, at);
                extra = U32(types, at + 8);
                at += 12;
                break;
            case BtfKind.Struct or BtfKind.Union:
                for (int i = 0; i < count; i++, at += 12)
                    members.Add(new(String(strings, U32(types, at)), U32(types, at + 4), U32(types, at + 8)));
                break;
            case BtfKind.Enum:
                for (int i = 0; i < count; i++, at += 8)
                    members.Add(new(String(strings, U32(types, at)), 0, (ulong)(int)U32(types, at + 4)));
                break;
            case BtfKind.Enum64:
                for (int i = 0; i < count; i++, at += 12)
                    members.Add(new(String(strings, U32(types, at)), 0, U32(types, at + 4) | (ulong)U32(types, at + 8) << 32));
                break;
            case BtfKind.FuncProto:
                for (int i = 0; i < count; i++, at += 8)
                    members.Add(new(String(strings, U32(types, at)), U32(types, at + 4), 0));
                break;
            case BtfKind.DataSec:
                at += 12 * count;
                break;
            case > BtfKind.Enum64:
                throw new InvalidDataException($"BTF kind {(int)kind} is not known");
        }

        return new BtfType(kind, name, sizeOrType, info >> 31 != 0, extra, members);
    }

    static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    static string String(ReadOnlySpan<byte> strings, uint at)
    {
        ReadOnlySpan<byte> rest = strings[(int)at..];
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)0)]);
    }
}
