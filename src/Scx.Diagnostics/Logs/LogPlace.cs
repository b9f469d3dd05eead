namespace Scx.Diagnostics;

/// <summary>A place in a scheduler's source that a log of the kernel names.</summary>
/// <param name="File">The file, as the object names it.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1; 0 if the log does not say.</param>
/// <param name="Text">The line's text, without the blanks around it; may be empty, and cut at its end.</param>
public sealed record LogPlace(string File, int Line, int Column, string Text)
{
    /// <summary>Column of the first letter of <see cref="Text"/>, counted from 1; 0 if that is not known.</summary>
    public int TextColumn { get; init; }

    /// <summary>The text from the column on; all of it if the column is not known.</summary>
    internal string Rest => Column > 0 && TextColumn > 0 && Column - TextColumn is >= 0 and var start && start < Text.Length ? Text[start..] : Text;

    /// <summary>The place as compilers write it: <c>Simple.cs:23</c> or <c>Simple.cs:23:9</c>.</summary>
    public override string ToString() => Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
