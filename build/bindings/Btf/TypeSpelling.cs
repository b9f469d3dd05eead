namespace Scx.Bindings.Tool.Btf;

/// <summary>
/// Spells BTF types in the grammar of <c>KfuncAttribute.Prototype</c>: <c>s32</c>, <c>bool</c>, <c>task_struct *</c>, <c>const cpumask *</c>.
/// Typedefs are looked through, so that the spelling stays the same when the kernel only renames.
/// </summary>
public static class TypeSpelling
{
    /// <summary>The type's spelling, with no space after a star.</summary>
    public static string Of(BtfFile btf, uint id)
    {
        BtfType type = btf.Types[(int)id];
        return type.Kind switch
        {
            BtfKind.Int => OfInteger(type),
            BtfKind.Ptr => Star(Of(btf, type.SizeOrType)),
            BtfKind.Array => $"{Of(btf, type.SizeOrType)}[{type.Extra}]",
            BtfKind.Const => "const " + Of(btf, type.SizeOrType),
            BtfKind.Typedef => OfTypedef(btf, type),
            BtfKind.Volatile or BtfKind.Restrict or BtfKind.TypeTag => Of(btf, type.SizeOrType),
            BtfKind.Enum or BtfKind.Enum64 => "enum " + (type.Name.Length == 0 ? "anonymous" : type.Name),
            BtfKind.FuncProto => "function",
            BtfKind.Float => "double",
            _ => type.Name.Length == 0 ? "anonymous" : type.Name,
        };
    }

    /// <summary>A function's spelling with parameter names, as in <c>void (task_struct *p, u64 enq_flags)</c>.</summary>
    /// <param name="btf">The kernel's types.</param>
    /// <param name="prototype">A FUNC_PROTO.</param>
    /// <param name="parameterNames">Names to use where the prototype has none.</param>
    public static string OfPrototype(BtfFile btf, BtfType prototype, IReadOnlyList<string>? parameterNames = null)
    {
        IEnumerable<string> parameters = prototype.Members.Select((parameter, i) =>
        {
            string type = Of(btf, parameter.Type);
            string name = parameterNames?[i] ?? parameter.Name;
            return type.EndsWith('*') ? type + name : $"{type} {name}";
        });
        return $"{Of(btf, prototype.SizeOrType)} ({string.Join(", ", parameters)})";
    }

    static string Star(string pointee) => pointee.EndsWith('*') ? pointee + "*" : pointee + " *";

    static string OfTypedef(BtfFile btf, BtfType typedef)
    {
        string target = Of(btf, typedef.SizeOrType);
        return target == "anonymous" ? typedef.Name : target;
    }

    static string OfInteger(BtfType type)
    {
        uint encoding = type.Extra >> 24;
        if ((encoding & 4) != 0) return "bool";
        if (type.Name == "char") return "char";
        return ((encoding & 1) != 0 ? "s" : "u") + type.SizeOrType * 8;
    }
}
