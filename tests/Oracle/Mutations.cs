using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Oracle;

/// <summary>Small changes of a valid program, of the kind that authors make by mistake. Whether one is a mistake is for the kernel to say.</summary>
public static class Mutations
{
    static readonly Dictionary<string, string[]> swaps = new()
    {
        ["Enqueue"] = ["Runnable"], ["Runnable"] = ["Enqueue"], ["Running"] = ["Tick", "Enable"], ["Tick"] = ["Running", "Disable"], ["Enable"] = ["Running"],
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
                yield return ("turn a check round", Negated(check));
                break;
            case IfStatementSyntax { Else: { } other } choice:
                yield return ("drop else", choice.WithElse(null));
                yield return ("drop a condition", other.Statement);
                yield return ("turn a condition round", Negated(choice));
                break;
            case IfStatementSyntax plain:
                yield return ("drop a condition", plain.Statement);
                break;
            case LocalDeclarationStatementSyntax declaration when declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword):
                yield return ("drop using", declaration.WithUsingKeyword(default));
                break;
            case UsingStatementSyntax scope:
                yield return ("drop a section", scope.Statement);
                foreach (var changed in OfSection(scope))
                    yield return changed;
                break;
            case BlockSyntax block:
                foreach (var changed in OfBlock(block))
                    yield return changed;
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
                yield return ("the other operator", SyntaxFactory.BinaryExpression(
                    both.IsKind(SyntaxKind.LogicalAndExpression) ? SyntaxKind.LogicalOrExpression : SyntaxKind.LogicalAndExpression, both.Left, both.Right));
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

    static IfStatementSyntax Negated(IfStatementSyntax choice) =>
        choice.WithCondition(SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, SyntaxFactory.ParenthesizedExpression(choice.Condition)));

    /// <summary>A section that is not left, or too early.</summary>
    static IEnumerable<(string, SyntaxNode?)> OfSection(UsingStatementSyntax scope)
    {
        if (scope.Expression is not { } opened)
            yield break;
        var open = SyntaxFactory.ParseStatement($"var opened = {opened};\n");
        yield return ("drop the end of a section", SyntaxFactory.Block(open, scope.Statement));
        if (scope.Statement is not BlockSyntax { Statements: { Count: > 1 } statements } body)
            yield break;
        yield return ("end a section before its last statement", SyntaxFactory.Block(scope.WithStatement(body.WithStatements(statements.RemoveAt(statements.Count - 1))), statements[^1]));
        yield return ("begin a section after its first statement", SyntaxFactory.Block(statements[0], scope.WithStatement(body.WithStatements(statements.RemoveAt(0)))));
    }

    /// <summary>Statements left out, done twice or in the other order, and ways out of the method that were not there.</summary>
    static IEnumerable<(string, SyntaxNode?)> OfBlock(BlockSyntax block)
    {
        var statements = block.Statements;
        for (int i = 0; i < statements.Count; i++)
        {
            if (i > 0 && Early(block) is { } early)
                yield return ($"return before statement {i + 1}", block.WithStatements(statements.Insert(i, early)));
            if (statements[i] is not ExpressionStatementSyntax { Expression: var expression } statement)
                continue;
            if (expression is InvocationExpressionSyntax)
            {
                yield return ($"drop call {i + 1}", block.WithStatements(statements.RemoveAt(i)));
                yield return ($"make call {i + 1} twice", block.WithStatements(statements.Insert(i, statement)));
            }
            if (i > 0 && statements[i - 1] is ExpressionStatementSyntax)
                yield return ($"swap statements {i} and {i + 1}", block.WithStatements(statements.RemoveAt(i).Insert(i - 1, statement)));
        }
    }

    /// <summary>A way out that depends on something; null outside of a method with a parameter to depend on.</summary>
    static StatementSyntax? Early(BlockSyntax block)
    {
        if (block.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault() is not { } method || block.Ancestors().Any(a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            return null;
        string? condition = method.ParameterList.Parameters.Select(p => p.Type?.ToString() switch
        {
            "TaskStruct" => $"{p.Identifier}.Pid == 4711",
            "int" or "uint" or "ulong" or "long" when p.Modifiers.Count == 0 => $"{p.Identifier} == 4711",
            _ => null,
        }).FirstOrDefault(c => c is not null);
        string result = method.ReturnType.ToString() == "void" ? "" : " default";
        return condition is null ? null : SyntaxFactory.ParseStatement($"if ({condition}) return{result};\n");
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
