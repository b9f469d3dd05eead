using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>From Roslyn's places to the IR's.</summary>
internal static class Spans
{
    public static SourceSpan Of(SyntaxNode syntax) => Of(syntax.SyntaxTree, syntax.Span);

    public static SourceSpan Of(SyntaxToken token) => token.SyntaxTree is { } tree ? Of(tree, token.Span) : SourceSpan.None;

    public static SourceSpan Of(Location location) =>
        location.SourceTree is { } tree ? Of(tree, location.SourceSpan) : SourceSpan.None;

    /// <summary>Where a symbol's name stands in the source.</summary>
    public static SourceSpan Of(ISymbol symbol) => symbol.Locations.Length > 0 ? Of(symbol.Locations[0]) : SourceSpan.None;

    /// <summary>A stretch of a file.</summary>
    public static SourceSpan Of(SyntaxTree tree, Microsoft.CodeAnalysis.Text.TextSpan span)
    {
        var lines = tree.GetLineSpan(span);
        var (start, end) = (lines.StartLinePosition, lines.EndLinePosition);
        return new(tree.FilePath, start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1);
    }
}
