using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>Loops of the graph as the user wrote them.</summary>
internal static class LoopPlaces
{
    /// <summary>The innermost loop statement around a place, or null.</summary>
    public static LoopStatement? Around(Function function, SourceSpan place) =>
        function.Loops.Where(loop => Contains(loop.Whole, place)).OrderBy(loop => loop.Whole.Line).ThenBy(loop => loop.Whole.Column).LastOrDefault();

    private static bool Contains(SourceSpan whole, SourceSpan part) =>
        whole.File == part.File
        && (whole.Line, whole.Column).CompareTo((part.Line, part.Column)) <= 0
        && (part.EndLine, part.EndColumn).CompareTo((whole.EndLine, whole.EndColumn)) <= 0;
}
