using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Scx.Compiler.CodeFixes.Editing;

/// <summary>A local variable for what has to be disposed of.</summary>
/// <param name="Declaration">Where it is declared, alone.</param>
internal sealed record OwnedVariable(LocalDeclarationStatementSyntax Declaration)
{
    public string Name => Declaration.Declaration.Variables[0].Identifier.Text;

    public bool HasUsing => Declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword);

    /// <summary>The variable of a name that a place sees, if it is declared by itself.</summary>
    public static OwnedVariable? Named(string name, SyntaxNode place) => At(place.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes()
        .OfType<VariableDeclaratorSyntax>().LastOrDefault(variable => variable.Identifier.Text == name && IsSeen(variable, place)));

    /// <summary>The variable that is declared around a place.</summary>
    public static OwnedVariable? At(SyntaxNode? place) =>
        place?.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { Declaration.Variables: [{ Initializer: not null }] } declaration ? new(declaration) : null;

    /// <summary>The statements that dispose of it and no more; null if one of them cannot be taken away.</summary>
    public IReadOnlyList<StatementSyntax>? Disposals()
    {
        var calls = Declaration.Parent!.DescendantNodes().OfType<ExpressionStatementSyntax>().Where(IsDisposal).ToList();
        var removable = calls.Select(call => call.Parent switch
        {
            BlockSyntax => call,
            IfStatementSyntax { Else: null, Parent: BlockSyntax } only when HasNoEffect(only.Condition) => only,
            _ => (StatementSyntax?)null,
        }).OfType<StatementSyntax>().ToList();
        return removable.Count == calls.Count ? removable : null;
    }

    /// <summary>Whether it always holds what it is declared with, and keeps that: what <c>using</c> asks for.</summary>
    public bool StaysAsItIs() => !Declaration.Parent!.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.Text == Name && IsGivenAway(use));

    private static bool IsGivenAway(ExpressionSyntax use) => use.Parent switch
    {
        ReturnStatementSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        ConditionalExpressionSyntax choice => choice.Condition != use && IsGivenAway(choice),
        ParenthesizedExpressionSyntax or CastExpressionSyntax => IsGivenAway((ExpressionSyntax)use.Parent),
        _ => false,
    };

    public bool IsDisposal(StatementSyntax statement) => statement is ExpressionStatementSyntax { Expression: var call }
        && Source.Text(call) is var text && (text == $"{Name}.Dispose()" || text == $"{Name}?.Dispose()" || text == $"{Name}!.Dispose()");

    /// <summary>Lets it be disposed of at the end of each way, and nowhere else.</summary>
    public void MakeUsing(SyntaxEditor editor, IReadOnlyList<StatementSyntax> disposals)
    {
        Remove(editor, disposals);
        editor.ReplaceNode(Declaration, WithUsing());
    }

    /// <summary>Takes statements away.</summary>
    public static void Remove(SyntaxEditor editor, IReadOnlyList<StatementSyntax> disposals)
    {
        foreach (var disposal in disposals)
            editor.RemoveNode(disposal);
    }

    /// <summary>Whether a statement only disposes of something, and can be taken away.</summary>
    public static bool IsPlainDisposal(StatementSyntax statement) => statement is ExpressionStatementSyntax
    {
        Parent: BlockSyntax,
        Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Dispose" }, ArgumentList.Arguments.Count: 0 },
    };

    public LocalDeclarationStatementSyntax WithUsing() => Declaration.WithoutLeadingTrivia()
        .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
        .WithLeadingTrivia(Declaration.GetLeadingTrivia());

    private static bool IsSeen(VariableDeclaratorSyntax variable, SyntaxNode place) =>
        variable.FirstAncestorOrSelf<BlockSyntax>() is { } block && (block.Span.Contains(place.Span) || place.Span.Contains(block.Span));

    private static bool HasNoEffect(ExpressionSyntax expression) => !expression.DescendantNodesAndSelf().Any(node =>
        node is InvocationExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax
        || node.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression
            or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression);
}
