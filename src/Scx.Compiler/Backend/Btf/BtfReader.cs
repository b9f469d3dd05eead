using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend.Btf;

/// <summary>Reads a <c>.BTF</c> section (Documentation/bpf/btf.rst).</summary>
public sealed class BtfReader
{
    private const ushort Magic = 0xeb9f;
    private readonly byte[] _section;
    private readonly int _types, _typesEnd, _strings;
    private readonly List<BtfType> _all = [new BtfType(0, BtfKind.Void, "", 0)];

    private BtfReader(byte[] section)
    {
        _section = section;
        if (U16(0) != Magic)
            throw new InternalCompilerException(SourceSpan.None, "not a little-endian BTF section");
        int header = (int)U32(4);
        _types = header + (int)U32(8);
        _typesEnd = _types + (int)U32(12);
        _strings = header + (int)U32(16);
        for (int at = _types; at < _typesEnd;)
            _all.Add(ReadType(ref at));
    }

    /// <summary>The types by number; the first is void.</summary>
    public IReadOnlyList<BtfType> Types => _all;

    /// <summary>Reads a section.</summary>
    /// <param name="section">Its bytes.</param>
    /// <exception cref="InternalCompilerException">It is not BTF.</exception>
    public static BtfReader Read(byte[] section) => new(section);

    /// <summary>The first type of a kind and name, or null.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">What it is called.</param>
    public BtfType? Find(BtfKind kind, string name) => _all.Find(t => t.Kind == kind && t.Name == name);

    /// <summary>The tags on a declaration, in order.</summary>
    /// <param name="declaration">A variable, function or struct.</param>
    public ImmutableArray<string> Tags(BtfType declaration) =>
        [.. _all.Where(t => t.Kind == BtfKind.DeclarationTag && t.SizeOrType == declaration.Id).Select(t => t.Name)];

    /// <summary>A string by its offset.</summary>
    /// <param name="offset">Bytes from the start of the string section.</param>
    public string String(uint offset)
    {
        ReadOnlySpan<byte> rest = _section.AsSpan(_strings + (int)offset);
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    private BtfType ReadType(ref int at)
    {
        int start = at;
        uint info = U32(at + 4);
        var kind = (BtfKind)(info >> 24 & 31);
        int count = (int)(info & 0xffff);
        var type = new BtfType(_all.Count, kind, String(U32(at)), U32(at + 8)) { Offset = start };
        at += 12;
        switch (kind)
        {
            case BtfKind.Int or BtfKind.Variable or BtfKind.DeclarationTag:
                at += 4;
                return type with { Detail = U32(at - 4) };
            case BtfKind.Function:
                return type with { Detail = (uint)count };
            case BtfKind.Array:
                at += 12;
                return type with { Element = (int)U32(at - 12), Detail = U32(at - 4) };
            case BtfKind.Struct or BtfKind.Union or BtfKind.DataSection or BtfKind.Enum64:
                return type with { Members = Members(ref at, count, 12, kind, info >> 31 != 0) };
            case BtfKind.Enum or BtfKind.FunctionPrototype:
                return type with { Members = Members(ref at, count, 8, kind, info >> 31 != 0) };
            default:
                return type;
        }
    }

    private ImmutableArray<BtfMember> Members(ref int at, int count, int size, BtfKind kind, bool flag)
    {
        ImmutableArray<BtfMember>.Builder members = ImmutableArray.CreateBuilder<BtfMember>(count);
        for (int i = 0; i < count; i++, at += size)
        {
            uint first = U32(at), second = U32(at + 4), third = size == 12 ? U32(at + 8) : 0;
            members.Add(kind switch
            {
                BtfKind.Enum => new(String(first), 0, flag ? (int)second : second),
                BtfKind.Enum64 => new(String(first), 0, (long)((ulong)third << 32 | second)),
                BtfKind.FunctionPrototype => new(String(first), (int)second, 0),
                BtfKind.DataSection => new("", (int)first, second, third),
                _ => new(String(first), (int)second, flag ? third & 0xffffff : third),
            });
        }
        return members.MoveToImmutable();
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_section.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_section.AsSpan(at));
}
