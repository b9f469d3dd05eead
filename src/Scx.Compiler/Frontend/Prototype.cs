using System.Collections.Immutable;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Reads the C prototypes that the Sdk's bindings carry, such as <c>bool (task_struct *, u64)</c>.</summary>
internal static class Prototype
{
    public static (IrType ReturnType, ImmutableArray<IrType> Parameters) Parse(string prototype)
    {
        int open = prototype.IndexOf('('), close = prototype.LastIndexOf(')');
        if (open < 0 || close < open)
            throw new InternalCompilerException(SourceSpan.None, $"binding has the prototype '{prototype}'");
        string list = prototype.Substring(open + 1, close - open - 1).Trim();
        var parameters = list.Length == 0 || list == "void" ? [] : SplitOutside(list).Select(ParseType).ToImmutableArray();
        return (ParseType(prototype.Substring(0, open)), parameters);
    }

    // At commas that are not inside the parentheses of a function pointer.
    private static IEnumerable<string> SplitOutside(string list)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (list[i] != ',' || depth > 0)
                continue;
            yield return list.Substring(start, i - start);
            start = i + 1;
        }
        yield return list.Substring(start);
    }

    /// <summary>A kernel struct from its fields, as in <c>u64 dsq_id; u64 slice</c>, laid out as C does.</summary>
    public static StructType ParseStruct(string name, string fields)
    {
        var laidOut = ImmutableArray.CreateBuilder<StructField>();
        int offset = 0, alignment = 1;
        foreach (string field in fields.Split(';').Select(f => f.Trim()).Where(f => f.Length > 0))
        {
            int space = field.LastIndexOfAny([' ', '*']);
            var type = ParseType(field.Substring(0, space + 1));
            int size = TypeSize.Of(type);
            offset = (offset + size - 1) / size * size;
            laidOut.Add(new StructField(field.Substring(space + 1), type, offset));
            offset += size;
            alignment = Math.Max(alignment, size);
        }
        return new StructType(name, laidOut.ToImmutable(), (offset + alignment - 1) / alignment * alignment, alignment);
    }

    /// <summary>A C type as the prototypes write it.</summary>
    public static IrType ParseType(string text)
    {
        if (text.IndexOf("(*)", StringComparison.Ordinal) is > 0 and var pointer)
        {
            var (result, parameters) = Parse(text.Substring(0, pointer) + text.Substring(pointer + "(*)".Length));
            return new PointerType(new FunctionType(result, parameters), MemorySpace.Any);
        }
        string name = text.Replace("const ", " ").Replace("struct ", " ").Trim();
        int stars = name.Count(c => c == '*');
        IrType type = Named(name.Replace("*", "").Trim());
        for (int i = 0; i < stars; i++)
            type = new PointerType(type, type is KernelType ? MemorySpace.Kernel : MemorySpace.Any);
        return type;
    }

    /// <summary>An array as in <c>char[16]</c>.</summary>
    public static ArrayType ParseArray(string text)
    {
        int open = text.IndexOf('[');
        string length = text.Substring(open + 1, text.Length - open - 2);
        return new ArrayType(ParseType(text.Substring(0, open)), int.Parse(length, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static IrType Named(string name) => name switch
    {
        "void" => IrType.Void,
        "bool" => IrType.Bool,
        "char" or "s8" => IrType.S8,
        "u8" => IrType.U8,
        "s16" => IrType.S16,
        "u16" => IrType.U16,
        "s32" => IrType.S32,
        "u32" => IrType.U32,
        "s64" => IrType.S64,
        "u64" => IrType.U64,
        _ => new KernelType(name),
    };
}
