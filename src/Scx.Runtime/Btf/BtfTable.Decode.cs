namespace Scx.Runtime.Btf;

sealed partial class BtfTable
{
    /// <summary>The type with that id.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is of a kind newer than this code.</exception>
    public BtfType this[int id]
    {
        get
        {
            if (id == 0)
                return new BtfOpaque(0, "void", BtfKind.Void);
            if (id < 0 || id >= Count)
                throw new InvalidDataException($"BTF has no type {id}");
            return Decode(id, offsets[id]);
        }
    }

    BtfType Decode(int id, int at)
    {
        string name = String(Int(at));
        int info = Int(at + 4), sizeOrType = Int(at + 8), trailer = at + TypeSize;
        int count = info & 0xffff;
        bool flag = info < 0;
        var kind = KindAt(at);
        return kind switch
        {
            // The encoding byte: 1 signed, 2 char, 4 bool.
            BtfKind.Int => new BtfInteger(id, name, sizeOrType, (Int(trailer) >> 24 & 1) != 0, (Int(trailer) >> 24 & 4) != 0),
            BtfKind.Array => new BtfArray(id, Int(trailer), Int(trailer + 8)),
            BtfKind.Struct or BtfKind.Union =>
                new BtfStruct(id, name, kind == BtfKind.Union, sizeOrType, Repeat(count, trailer, 12, field => Member(field, flag))),
            BtfKind.Enum => new BtfEnum(id, name, sizeOrType, flag, Repeat(count, trailer, 8, Enumerator(flag))),
            BtfKind.Enum64 => new BtfEnum(id, name, sizeOrType, flag, Repeat(count, trailer, 12, Enumerator64)),
            BtfKind.Function => new BtfFunction(id, name, sizeOrType),
            BtfKind.FunctionPrototype =>
                new BtfPrototype(id, sizeOrType, Repeat(count, trailer, 8, field => new BtfParameter(String(Int(field)), Int(field + 4)))),
            BtfKind.Variable => new BtfVariable(id, name, sizeOrType),
            BtfKind.DataSection => new BtfDataSection(id, name, sizeOrType,
                Repeat(count, trailer, 12, field => new BtfSectionEntry(Int(field), Int(field + 4), Int(field + 8)))),
            BtfKind.DeclarationTag => new BtfDeclarationTag(id, name, sizeOrType, Int(trailer)),
            BtfKind.Forward or BtfKind.Float => new BtfOpaque(id, name, kind),
            _ => new BtfReference(id, name, kind, sizeOrType),
        };
    }

    // With kind_flag set, a member's upper eight bits of offset are its size as a bit field.
    BtfMember Member(int field, bool bitfields)
    {
        int offset = Int(field + 8);
        return bitfields
            ? new BtfMember(String(Int(field)), Int(field + 4), offset & 0xffffff, offset >>> 24)
            : new BtfMember(String(Int(field)), Int(field + 4), offset, 0);
    }

    Func<int, BtfEnumerator> Enumerator(bool signed) => field =>
        new BtfEnumerator(String(Int(field)), signed ? (ulong)Int(field + 4) : (uint)Int(field + 4));

    BtfEnumerator Enumerator64(int field) => new(String(Int(field)), (uint)Int(field + 4) | (ulong)(uint)Int(field + 8) << 32);

    static T[] Repeat<T>(int count, int start, int size, Func<int, T> read)
    {
        var items = new T[count];
        for (int i = 0; i < count; i++)
            items[i] = read(start + i * size);
        return items;
    }

    int TrailerSize(int at)
    {
        int count = Int(at + 4) & 0xffff;
        return KindAt(at) switch
        {
            BtfKind.Int or BtfKind.Variable or BtfKind.DeclarationTag => 4,
            BtfKind.Array => 12,
            BtfKind.Struct or BtfKind.Union or BtfKind.DataSection or BtfKind.Enum64 => 12 * count,
            BtfKind.Enum or BtfKind.FunctionPrototype => 8 * count,
            > BtfKind.Enum64 => throw new InvalidDataException($"BTF kind {(int)KindAt(at)} is newer than this program"),
            _ => 0,
        };
    }
}
