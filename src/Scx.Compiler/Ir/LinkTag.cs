namespace Scx.Compiler.Ir;

/// <summary>The BTF declaration tag of the root of a tree or list, <c>contains:STRUCT:NODE</c>: what objects it links, and by which of their fields.</summary>
public static class LinkTag
{
    private const string Prefix = "contains:";

    /// <summary>The tag.</summary>
    /// <param name="target">Struct of the objects.</param>
    /// <param name="node">Their field that links them.</param>
    public static string Of(StructType target, string node) => $"{Prefix}{target.Name}:{node}";

    /// <summary>Name of the struct of the objects; null for any other tag.</summary>
    /// <param name="tag">A declaration tag.</param>
    public static string? Target(string tag) => tag.StartsWith(Prefix, StringComparison.Ordinal) ? tag.Split(':')[1] : null;
}
