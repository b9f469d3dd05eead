using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Scx.Compiler.CodeFixes.Editing;

/// <summary>Changes members of a scheduler as wholes.</summary>
internal static class Members
{
    /// <summary>A method or local function with a block in place of its expression.</summary>
    public static SyntaxNode WithBlock(SyntaxNode member, BlockSyntax block) => member switch
    {
        MethodDeclarationSyntax method => Source.Formatted(method.WithExpressionBody(null).WithSemicolonToken(default)
            .WithParameterList(method.ParameterList.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)).WithBody(block.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed))),
        LocalFunctionStatementSyntax local => Source.Formatted(local.WithExpressionBody(null).WithSemicolonToken(default)
            .WithParameterList(local.ParameterList.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)).WithBody(block.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed))),
        _ => member,
    };

    /// <summary>The statements of a method, whether it is a block or an expression.</summary>
    public static IReadOnlyList<StatementSyntax> StatementsOf(MethodDeclarationSyntax method)
    {
        if (method.ExpressionBody is not { } arrow)
            return [.. method.Body?.Statements ?? []];
        bool returns = method.ReturnType is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        string text = Source.Text(arrow.Expression);
        return [Source.Statement(returns ? $"return {text};" : $"{text};")];
    }

    /// <summary>The callback of a class, if the class overrides it itself.</summary>
    public static MethodDeclarationSyntax? Callback(ClassDeclarationSyntax scheduler, string name) =>
        scheduler.Members.OfType<MethodDeclarationSyntax>()
            .FirstOrDefault(method => method.Identifier.Text == name && method.Modifiers.Any(SyntaxKind.OverrideKeyword));

    /// <summary>Adds a member at the end of a class.</summary>
    public static void Add(SyntaxEditor editor, ClassDeclarationSyntax scheduler, string text)
    {
        var member = Source.Member(text);
        if (scheduler.Members.Count > 0)
            // The formatter itself puts one before what has a block.
            member = member.WithLeadingTrivia(Enumerable.Repeat(SyntaxFactory.ElasticLineFeed, text.Contains('\n') ? 2 : 1));
        editor.AddMember(scheduler, member);
    }

    /// <summary>Puts statements at the beginning of a callback, which is added if the class has none.</summary>
    /// <param name="editor">Takes the changes.</param>
    /// <param name="scheduler">The class.</param>
    /// <param name="name">The callback.</param>
    /// <param name="statements">The statements, for whose parameters the callback's own names must be used.</param>
    /// <param name="signature">The callback as it is declared if it has to be added, without <c>public override</c>.</param>
    /// <param name="result">What a callback that is added returns; null if it is void.</param>
    public static void Prepend(
        SyntaxEditor editor, ClassDeclarationSyntax scheduler, string name, IEnumerable<StatementSyntax> statements, string signature, string? result)
    {
        if (Callback(scheduler, name) is not { } callback)
        {
            string body = string.Join("\n", statements.Select(Source.Text).Concat(result is null ? [] : [$"return {result};"]));
            Add(editor, scheduler, $"public override {signature}\n{{\n{body}\n}}");
            return;
        }
        var block = SyntaxFactory.Block(statements.Concat(StatementsOf(callback)));
        editor.ReplaceNode(callback, callback.Body is { } old
            ? Source.Formatted(callback.WithBody(old.WithStatements(block.Statements)))
            : WithBlock(callback, block));
    }
}
