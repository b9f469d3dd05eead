namespace Scx.Bindings.Tool.Btf;

/// <summary>BTF_KIND_* of <c>include/uapi/linux/btf.h</c>.</summary>
public enum BtfKind
{
    Void, Int, Ptr, Array, Struct, Union, Enum, Fwd, Typedef, Volatile, Const, Restrict, Func, FuncProto, Var, DataSec, Float, DeclTag, TypeTag,
    Enum64,
}

/// <summary>One type of a BTF section; what each number means depends on the kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">Its name, or nothing.</param>
/// <param name="SizeOrType">Size in bytes, or the id of the type referred to.</param>
/// <param name="KindFlag">For enums: signed. For structs: members may be bit fields.</param>
/// <param name="Extra">INT: encoding word. ARRAY: number of elements.</param>
/// <param name="Members">Fields, parameters or enum values.</param>
public sealed record BtfType(BtfKind Kind, string Name, uint SizeOrType, bool KindFlag, uint Extra, IReadOnlyList<BtfMember> Members);

/// <summary>A field, parameter or enum value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Type id; 0 for an enum value.</param>
/// <param name="Value">Bit offset word of a field, or value of an enum member.</param>
public readonly record struct BtfMember(string Name, uint Type, ulong Value);
