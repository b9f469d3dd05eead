using System.Text;
using Scx.Bindings.Tool.Btf;

namespace Scx.Sdk.Tests.Bindings;

/// <summary>Writes raw BTF, type by type; each method returns the new type's id.</summary>
sealed class BtfBuilder
{
    readonly MemoryStream types = new(), strings = new();
    readonly BinaryWriter type;
    uint last;

    internal BtfBuilder()
    {
        type = new BinaryWriter(types);
        strings.WriteByte(0);
    }

    internal uint Boolean()
    {
        uint id = Begin("_Bool", BtfKind.Int, 0, 1);
        type.Write(4u << 24 | 8);
        return id;
    }

    internal uint Integer(string name, uint size, bool signed)
    {
        uint id = Begin(name, BtfKind.Int, 0, size);
        type.Write((signed ? 1u << 24 : 0) | size * 8);
        return id;
    }

    internal uint Pointer(uint to) => Begin("", BtfKind.Ptr, 0, to);

    internal uint Const(uint of) => Begin("", BtfKind.Const, 0, of);

    internal uint Typedef(string name, uint of) => Begin(name, BtfKind.Typedef, 0, of);

    internal uint Function(string name, uint prototype) => Begin(name, BtfKind.Func, 0, prototype);

    internal uint Array(uint of, uint count)
    {
        uint id = Begin("", BtfKind.Array, 0, 0);
        type.Write(of);
        type.Write(1u);
        type.Write(count);
        return id;
    }

    internal uint Struct(string name, uint size, params (string Name, uint Type, uint Bit)[] fields)
    {
        uint id = Begin(name, BtfKind.Struct, fields.Length, size);
        foreach ((string field, uint fieldType, uint bit) in fields)
        {
            type.Write(String(field));
            type.Write(fieldType);
            type.Write(bit);
        }

        return id;
    }

    internal uint Prototype(uint result, params (string Name, uint Type)[] parameters)
    {
        uint id = Begin("", BtfKind.FuncProto, parameters.Length, result);
        foreach ((string name, uint parameterType) in parameters)
        {
            type.Write(String(name));
            type.Write(parameterType);
        }

        return id;
    }

    internal uint Enum64(string name, params (string Name, ulong Value)[] values)
    {
        uint id = Begin(name, BtfKind.Enum64, values.Length, 8);
        foreach ((string valueName, ulong value) in values)
        {
            type.Write(String(valueName));
            type.Write((uint)value);
            type.Write((uint)(value >> 32));
        }

        return id;
    }

    internal byte[] Build()
    {
        type.Flush();
        var result = new MemoryStream();
        var writer = new BinaryWriter(result);
        writer.Write((ushort)0xeb9f);
        writer.Write((byte)1);
        writer.Write((byte)0);
        writer.Write(24u);
        writer.Write(0u);
        writer.Write((uint)types.Length);
        writer.Write((uint)types.Length);
        writer.Write((uint)strings.Length);
        writer.Write(types.ToArray());
        writer.Write(strings.ToArray());
        return result.ToArray();
    }

    uint Begin(string name, BtfKind kind, int count, uint sizeOrType)
    {
        type.Write(String(name));
        type.Write((uint)kind << 24 | (uint)count);
        type.Write(sizeOrType);
        return ++last;
    }

    uint String(string text)
    {
        if (text.Length == 0) return 0;
        uint at = (uint)strings.Length;
        strings.Write(Encoding.UTF8.GetBytes(text));
        strings.WriteByte(0);
        return at;
    }
}
