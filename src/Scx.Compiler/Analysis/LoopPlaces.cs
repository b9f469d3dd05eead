using Scx.Compiler.Analysis.Paths;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>Loops of the graph as the user wrote them.</summary>
internal static class LoopPlaces
{
    /// <summary>The innermost loop statement around a place, or null.</summary>
    public static LoopStatement? Around(Function function, SourceSpan place) =>
        function.Loops.Where(loop => Contains(loop.Whole, place)).OrderBy(loop => loop.Whole).LastOrDefault();

    /// <summary>The <c>continue</c> by which a way has come back to a place; null if the turn went on to its end, or if that cannot be said.</summary>
    /// <param name="function">The method.</param>
    /// <param name="place">Where each turn comes by.</param>
    /// <param name="now">What has happened on the way.</param>
    /// <param name="before">What had happened when it was at the place last.</param>
    public static SourceSpan? Continued(Function function, SourceSpan place, PathStep? now, PathStep? before)
    {
        if (Around(function, place) is not { } loop)
            return null;
        var step = now;
        // What stands before the place has happened in this turn, and not in the last one.
        while (step is not null && !ReferenceEquals(step, before) && !(Contains(loop.Body, step.Span) && Follows(step.Span, place)))
            step = step.Before;
        var at = step is null || ReferenceEquals(step, before) ? place : step.Span;
        return (loop.Continues.FirstOrDefault(c => step is { Held: { } held } && c.Chosen.Contains((step.Span, held)))
            ?? loop.Continues.FirstOrDefault(c => Contains(c.Before, at)))?.Span;
    }

    private static bool Follows(SourceSpan later, SourceSpan earlier) =>
        (earlier.EndLine, earlier.EndColumn).CompareTo((later.Line, later.Column)) <= 0;

    private static bool Contains(SourceSpan whole, SourceSpan part) =>
        whole.File == part.File
        && (whole.Line, whole.Column).CompareTo((part.Line, part.Column)) <= 0
        && (part.EndLine, part.EndColumn).CompareTo((whole.EndLine, whole.EndColumn)) <= 0;
}
