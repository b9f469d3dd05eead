namespace Scx.Bindings.Tool.Generate;

/// <summary>C# names and types from those of the kernel.</summary>
public static class Names
{
    /// <summary><c>select_cpu</c> and <c>SELECT_CPU</c> become <c>SelectCpu</c>.</summary>
    public static string Pascal(string kernel) => string.Concat(
        kernel.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()));

    /// <summary><c>prev_cpu</c> becomes <c>prevCpu</c>.</summary>
    public static string Camel(string kernel)
    {
        string pascal = Pascal(kernel);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    /// <summary>The C# integer type of <c>u64</c> and its like, or null.</summary>
    public static string? Integer(string kernel) => kernel switch
    {
        "s8" => "sbyte",
        "u8" or "char" => "byte",
        "s16" => "short",
        "u16" => "ushort",
        "s32" => "int",
        "u32" => "uint",
        "s64" => "long",
        "u64" => "ulong",
        "bool" => "bool",
        "void" => "void",
        _ => null,
    };

    /// <summary>The struct behind <c>const cpumask *</c>, or null if the type is no pointer to a struct.</summary>
    public static string? Pointee(string kernel)
    {
        if (!kernel.EndsWith('*')) return null;
        string pointee = kernel.TrimEnd('*').Trim();
        if (pointee.StartsWith("const ", StringComparison.Ordinal)) pointee = pointee["const ".Length..];
        return Integer(pointee) is null ? pointee : null;
    }
}
