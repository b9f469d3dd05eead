using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Language;

/// <summary>Does without a string on a heap: interpolates a message instead of joining it, and compares text of the kernel where it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StringFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX1004"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Node is ExpressionSyntax { Parent: ArgumentSyntax } text && Message.IsJoined(text))
        {
            yield return Fix.In("Interpolate", "Interpolate", place, editor =>
                editor.ReplaceNode(text, Source.Expression(Message.Of(text)).WithTriviaFrom(text)));
        }
        if (place.Node.FirstAncestorOrSelf<BinaryExpressionSyntax>() is { } comparison && Comparison(comparison) is { } replacement)
        {
            yield return Fix.In("Equals", $"Compare without a copy: {replacement}", place, editor =>
                editor.ReplaceNode(comparison, Source.Expression(replacement).WithTriviaFrom(comparison)));
        }
    }

    /// <summary><c>p.Comm.ToString() == "steam"</c>, as the Sdk does it; null for anything else.</summary>
    private static string? Comparison(BinaryExpressionSyntax comparison) =>
        comparison.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
        && comparison is
        {
            Left: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: var text } },
            Right: LiteralExpressionSyntax { Token.RawKind: (int)SyntaxKind.StringLiteralToken } literal,
        }
            ? $"{(comparison.IsKind(SyntaxKind.NotEqualsExpression) ? "!" : "")}{Source.Text(text)}.Equals({Source.Text(literal)}u8)"
            : null;
}
