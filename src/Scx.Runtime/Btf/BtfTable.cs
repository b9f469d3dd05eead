using System.Buffers.Binary;
using System.Text;

namespace Scx.Runtime.Btf;

/// <summary>
/// The types of an object or of the kernel, as laid out in <c>Documentation/bpf/btf.rst</c>. Only the places of the types are noted when it is
/// made (the kernel has 150000); each is decoded when asked for.
/// </summary>
sealed partial class BtfTable
{
    const ushort Magic = 0xeb9f;
    const int HeaderSize = 24;
    const int TypeSize = 12;

    readonly byte[] data;
    readonly int typesStart;
    readonly int stringsStart;
    readonly int stringsEnd;
    readonly List<int> offsets = [0];

    /// <summary>Indexes <paramref name="data"/>, which the table keeps.</summary>
    /// <exception cref="InvalidDataException">These bytes are not little-endian BTF.</exception>
    public BtfTable(byte[] data)
    {
        this.data = data;
        if (data.Length < HeaderSize || BinaryPrimitives.ReadUInt16LittleEndian(data) != Magic)
            throw new InvalidDataException("not BTF: the header is missing");

        int header = Int(4);
        typesStart = Checked(header, Int(8));
        int typesEnd = Checked(typesStart, Int(12));
        stringsStart = Checked(header, Int(16));
        stringsEnd = Checked(stringsStart, Int(20));
        for (int at = typesStart; at < typesEnd; at += TypeSize + TrailerSize(at))
        {
            if (at + TypeSize > typesEnd)
                throw new InvalidDataException($"the BTF type at byte {at} is cut off");
            offsets.Add(at);
        }
    }

    /// <summary>How many types there are; ids go from 0 (void) to one less.</summary>
    public int Count => offsets.Count;

    /// <summary>All types of one kind, in the order of their ids.</summary>
    public IEnumerable<T> OfKind<T>(BtfKind kind) where T : BtfType
    {
        for (int id = 1; id < Count; id++)
        {
            if (KindAt(offsets[id]) == kind)
                yield return (T)this[id];
        }
    }

    /// <summary>The first type of that kind and name, if there is one.</summary>
    public T? Find<T>(BtfKind kind, string name) where T : BtfType
    {
        byte[] wanted = Encoding.UTF8.GetBytes(name);
        for (int id = 1; id < Count; id++)
        {
            int at = offsets[id];
            if (KindAt(at) == kind && StringBytes(Int(at)).SequenceEqual(wanted))
                return (T)this[id];
        }

        return null;
    }

    /// <summary>The types of that kind that have one of these names, found in one walk through the table.</summary>
    public Dictionary<string, T> FindAll<T>(BtfKind kind, IEnumerable<string> names) where T : BtfType
    {
        var wanted = names.ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        for (int id = 1; id < Count; id++)
        {
            int at = offsets[id];
            if (KindAt(at) == kind && String(Int(at)) is var name && wanted.Contains(name))
                found.TryAdd(name, (T)this[id]);
        }

        return found;
    }

    /// <summary>The type behind typedefs, qualifiers and type tags (not behind pointers).</summary>
    public BtfType Resolve(int id)
    {
        var type = this[id];
        while (type is BtfReference { Kind: not BtfKind.Pointer } reference)
            type = this[reference.TypeId];
        return type;
    }

    /// <summary>The size of a value of this type in bytes; 0 for what has none.</summary>
    public int SizeOf(int id) => Resolve(id) switch
    {
        BtfInteger type => type.Size,
        BtfEnum type => type.Size,
        BtfStruct type => type.Size,
        BtfReference => sizeof(ulong),
        BtfArray type => type.Count * SizeOf(type.ElementTypeId),
        _ => 0,
    };

    /// <summary>The text at an offset of the string section, as line information names it; empty if it is not there.</summary>
    public string StringAt(int offset) => offset >= 0 && offset < stringsEnd - stringsStart ? String(offset) : "";

    int Checked(int start, int length)
    {
        if (start < 0 || length < 0 || length > data.Length - start)
            throw new InvalidDataException("not BTF: a section lies outside the data");
        return start + length;
    }

    int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(at));

    BtfKind KindAt(int at) => (BtfKind)((Int(at + 4) >> 24) & 0x1f);

    ReadOnlySpan<byte> StringBytes(int offset)
    {
        var rest = data.AsSpan(stringsStart + offset, stringsEnd - stringsStart - offset);
        return rest[..rest.IndexOf((byte)0)];
    }

    string String(int offset) => offset == 0 ? "" : Encoding.UTF8.GetString(StringBytes(offset));
}
