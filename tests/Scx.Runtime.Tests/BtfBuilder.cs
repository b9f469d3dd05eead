using System.Buffers.Binary;
using System.Text;
using Scx.Runtime.Btf;

namespace Scx.Runtime.Tests;

/// <summary>Writes BTF as a compiler would, so that tests need neither a compiler nor a kernel.</summary>
sealed class BtfBuilder
{
    readonly List<byte> types = [];
    readonly List<byte> strings = [0];
    int count;

    public int Integer(string name, int size, bool signed = false, bool boolean = false) =>
        Add(name, BtfKind.Int, 0, size, (signed ? 1 << 24 : 0) | (boolean ? 4 << 24 : 0) | size * 8);

    public int Reference(BtfKind kind, int type, string name = "") => Add(name, kind, 0, type);

    public int Array(int element, int length) => Add("", BtfKind.Array, 0, 0, element, element, length);

    public int Enum(string name, params (string Name, int Value)[] values) =>
        Add(name, BtfKind.Enum, values.Length, 4, [.. values.SelectMany(value => new[] { Name(value.Name), value.Value })]);

    public int Struct(string name, int size, params (string Name, int Type, int Offset)[] members) => Add(name, BtfKind.Struct, members.Length,
        size, [.. members.SelectMany(member => new[] { Name(member.Name), member.Type, member.Offset * 8 })]);

    public int Variable(string name, int type) => Add(name, BtfKind.Variable, 0, type, 1);

    public int Section(string name, params (int Variable, int Offset, int Size)[] entries) => Add(name, BtfKind.DataSection, entries.Length, 0,
        [.. entries.SelectMany(entry => new[] { entry.Variable, entry.Offset, entry.Size })]);

    public int Tag(string text, int target) => Add(text, BtfKind.DeclarationTag, 0, target, -1);

    public BtfTable Build() => new(Bytes());

    public byte[] Bytes()
    {
        int[] header = [24, 0, types.Count, types.Count, strings.Count];
        byte[] bytes = [0x9f, 0xeb, 1, 0, .. header.SelectMany(BitConverter.GetBytes), .. types, .. strings];
        return bytes;
    }

    int Add(string name, BtfKind kind, int vlen, int sizeOrType, params ReadOnlySpan<int> trailer)
    {
        Put(Name(name));
        Put((int)kind << 24 | vlen);
        Put(sizeOrType);
        foreach (int word in trailer)
            Put(word);
        return ++count;
    }

    int Name(string text)
    {
        if (text.Length == 0)
            return 0;
        int at = strings.Count;
        strings.AddRange(Encoding.UTF8.GetBytes(text));
        strings.Add(0);
        return at;
    }

    void Put(int word)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, word);
        types.AddRange(bytes);
    }
}
