using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Oracle;

/// <summary>Small changes of a valid program, of the kind that authors make by mistake. Whether one is a mistake is for the kernel to say.</summary>
public static class Mutations
{
    static readonly Dictionary<string, string[]> swaps = new()
    {
        ["Enqueue"] = ["Runnable"], ["Running"] = ["Tick", "Enable"], ["Stopping"] = [], ["Tick"] = ["Running"], ["Dispatch"] = [], ["Init"] = [],
    };

    /// <summary>Each mutant: what was done, and the text.</summary>
    /// <param name="source">A valid program.</param>
    public static IEnumerable<(string What, string Source)> Of(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)).GetRoot();
        foreach (var node in root.DescendantNodes())
        {
            foreach (var (what, made) in Of(node))
                yield return ($"{what} in line {node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}", Replaced(root, node, made));
        }
    }

    static string Replaced(SyntaxNode root, SyntaxNode node, SyntaxNode? made) =>
        (made is null ? root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)! : root.ReplaceNode(node, made.WithTriviaFrom(node))).ToFullString();

    static IEnumerable<(string, SyntaxNode?)> Of(SyntaxNode node)
    {
        switch (node)
        {
            case IfStatementSyntax { Else: null } check when Leaves(check.Statement):
                yield return ("drop a check", SyntaxFactory.EmptyStatement());
                break;
            case IfStatementSyntax { Else: { } other } choice:
                yield return ("drop else", choice.WithElse(null));
                yield return ("drop a condition", other.Statement);
                break;
            case IfStatementSyntax plain:
                yield return ("drop a condition", plain.Statement);
                break;
            case LocalDeclarationStatementSyntax declaration when declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword):
                yield return ("drop using", declaration.WithUsingKeyword(default));
                break;
            case UsingStatementSyntax scope:
                yield return ("drop a section", scope.Statement);
                break;
            case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } statement:
                foreach (var changed in OfCall(statement, call))
                    yield return changed;
                break;
            case CastExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.UIntKeyword } } cast when cast.Parent is BinaryExpressionSyntax:
                yield return ("compare as int", cast.Expression);
                break;
            case LiteralExpressionSyntax { Token.Value: int number } literal when literal.Parent is BinaryExpressionSyntax or RelationalPatternSyntax or ArgumentSyntax:
                yield return ("one more", Literal(literal, number + 1));
                yield return ("twice and one more", Literal(literal, number * 2 + 1));
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both:
                yield return ("drop a part of a condition", both.Left);
                yield return ("drop a part of a condition", both.Right);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression } less:
                yield return ("less or equal", SyntaxFactory.BinaryExpression(SyntaxKind.LessThanOrEqualExpression, less.Left, less.Right));
                break;
            case MethodDeclarationSyntax method when swaps.TryGetValue(method.Identifier.Text, out string[]? names):
                foreach (string name in names)
                    yield return ($"move to {name}", method.WithIdentifier(SyntaxFactory.Identifier(name)));
                break;
        }
    }

    static LiteralExpressionSyntax Literal(LiteralExpressionSyntax literal, int number) =>
        literal.WithToken(SyntaxFactory.Literal(literal.GetLeadingTrivia(), number.ToString(System.Globalization.CultureInfo.InvariantCulture), number, literal.GetTrailingTrivia()));

    static IEnumerable<(string, SyntaxNode?)> OfCall(ExpressionStatementSyntax statement, InvocationExpressionSyntax call)
    {
        string text = call.Expression.ToString();
        if (!text.EndsWith(".Dispose", StringComparison.Ordinal))
            yield break;
        yield return ("drop a release", SyntaxFactory.EmptyStatement());
        yield return ("release twice", SyntaxFactory.Block(statement, statement));
    }

    static bool Leaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax => true,
        BlockSyntax { Statements: [.., var last] } => Leaves(last),
        _ => false,
    };
}
