namespace Scx.Compiler.Ir;

/// <summary>A stretch of C# source: lines and columns count from 1, the end is exclusive.</summary>
/// <param name="File">The path as users know it; a key of <see cref="Module.Sources"/>.</param>
/// <param name="Line">First line.</param>
/// <param name="Column">First column.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="EndColumn">Column after the last character.</param>
public readonly record struct SourceSpan(string File, int Line, int Column, int EndLine, int EndColumn) : IComparable<SourceSpan>
{
    /// <summary>No place: synthesized code that no line of source stands for.</summary>
    public static readonly SourceSpan None = new("", 0, 0, 0, 0);

    /// <summary>By file, then by where it begins: the order in which diagnostics are told.</summary>
    public int CompareTo(SourceSpan other) =>
        string.CompareOrdinal(File, other.File) is not 0 and var files ? files : (Line, Column).CompareTo((other.Line, other.Column));

    /// <summary>Whether it begins before the other.</summary>
    public static bool operator <(SourceSpan left, SourceSpan right) => left.CompareTo(right) < 0;

    /// <summary>Whether it begins behind the other.</summary>
    public static bool operator >(SourceSpan left, SourceSpan right) => left.CompareTo(right) > 0;

    /// <summary>Whether it begins before the other, or where the other does.</summary>
    public static bool operator <=(SourceSpan left, SourceSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Whether it begins behind the other, or where the other does.</summary>
    public static bool operator >=(SourceSpan left, SourceSpan right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line},{Column})";
}
