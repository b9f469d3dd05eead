namespace Scx.Diagnostics;

/// <summary>The pages of <c>docs/diagnostics</c>, one for each id, as text.</summary>
public static class DiagnosticPages
{
    /// <summary>The ids that have a page, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. typeof(DiagnosticPages).Assembly.GetManifestResourceNames().Where(IsId).Order(StringComparer.Ordinal)];

    /// <summary>The page of a diagnostic, in Markdown.</summary>
    /// <param name="id">The id, such as <c>SCX4001</c>; in any case, and with or without the letters.</param>
    /// <returns>The page, or null if there is no such diagnostic.</returns>
    public static string? Find(string id)
    {
        string name = id.ToUpperInvariant();
        if (!name.StartsWith("SCX", StringComparison.Ordinal))
            name = "SCX" + name;
        if (!IsId(name) || typeof(DiagnosticPages).Assembly.GetManifestResourceStream(name) is not { } stream)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    static bool IsId(string name) => name.Length == 7 && name.StartsWith("SCX", StringComparison.Ordinal) && name.Skip(3).All(char.IsAsciiDigit);
}
