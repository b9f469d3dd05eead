namespace Scx.Runtime.Verification;

/// <summary>A place in a scheduler's source, as the object's line information gives it.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1; 0 if the kernel does not say.</param>
/// <param name="Text">The line's text; may be empty.</param>
public sealed record SourceLocation(string File, int Line, int Column, string Text)
{
    /// <summary>The place as compilers write it: <c>Simple.cs:23</c> or <c>Simple.cs:23:9</c>.</summary>
    public override string ToString() => Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
