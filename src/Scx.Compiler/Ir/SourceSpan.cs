namespace Scx.Compiler.Ir;

/// <summary>A stretch of C# source: lines and columns count from 1, the end is exclusive.</summary>
/// <param name="File">The path as users know it; a key of <see cref="Module.Sources"/>.</param>
/// <param name="Line">First line.</param>
/// <param name="Column">First column.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="EndColumn">Column after the last character.</param>
public readonly record struct SourceSpan(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>No place: synthesized code that no line of source stands for.</summary>
    public static readonly SourceSpan None = new("", 0, 0, 0, 0);

    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line},{Column})";
}
