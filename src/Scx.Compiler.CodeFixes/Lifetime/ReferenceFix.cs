using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Lifetime;

/// <summary>Releases what is owned, once and on every way.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReferenceFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX3001", "SCX3003", "SCX3004", "SCX3008"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place) => place.Diagnostic.Id switch
    {
        "SCX3001" => Release(place),
        "SCX3003" => RemoveSecond(place),
        "SCX3004" => Hold(place),
        _ => DisposeBefore(place),
    };

    private static IEnumerable<Fix> Release(FixPlace place)
    {
        string name = place.Argument(0).Trim('\'');
        if (place.Method?.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(v => v.Identifier.Text == name)
            is { Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } declaration } && !declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword))
        {
            yield return Fix.In("Using", $"Declare '{name}' with 'using'", place, editor =>
            {
                // 'using' disposes at the end of each way; what disposed before would do it twice.
                foreach (var disposal in Disposals(place.Method, name))
                    editor.RemoveNode(disposal);
                editor.ReplaceNode(declaration, declaration.WithoutLeadingTrivia()
                    .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space)).WithLeadingTrivia(declaration.GetLeadingTrivia()));
            });
        }
        if (place.Find<ReturnStatementSyntax>() is { } exit)
        {
            yield return Fix.In("Dispose", $"Dispose '{name}' before this return", place, editor =>
                Statements.InsertBefore(editor, exit, [Source.Statement($"{name}.Dispose();")]));
        }
    }

    private static IEnumerable<ExpressionStatementSyntax> Disposals(MethodDeclarationSyntax method, string name) =>
        method.DescendantNodes().OfType<ExpressionStatementSyntax>().Where(statement => statement.Parent is BlockSyntax
            && Source.Text(statement.Expression) is var text && (text == $"{name}.Dispose()" || text == $"{name}?.Dispose()" || text == $"{name}!.Dispose()"));

    private static IEnumerable<Fix> RemoveSecond(FixPlace place)
    {
        if (place.Find<ExpressionStatementSyntax>() is { Parent: BlockSyntax, Expression: InvocationExpressionSyntax } statement
            && Source.Text(statement).Contains("Dispose()"))
            yield return Fix.In("RemoveDispose", "Remove it: it is released already", place, editor => editor.RemoveNode(statement));
        else if (UsedVariable(place) is { } declaration && Disposals(place.Method!, declaration.Declaration.Variables[0].Identifier.Text).ToList() is { Count: > 0 } disposals)
        {
            yield return Fix.In("RemoveDispose", "Remove Dispose: 'using' releases it", place, editor =>
            {
                foreach (var disposal in disposals)
                    editor.RemoveNode(disposal);
            });
        }
    }

    private static LocalDeclarationStatementSyntax? UsedVariable(FixPlace place) =>
        place.Method?.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().FirstOrDefault(declaration =>
            declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword) && declaration.Declaration.Variables[0].Identifier.Text == place.Argument(0).Trim('\''));

    private static IEnumerable<Fix> Hold(FixPlace place)
    {
        if (place.Find<ExpressionStatementSyntax>() is not { Parent: BlockSyntax, Expression: InvocationExpressionSyntax call } statement)
            yield break;
        var taken = place.Model.LookupSymbols(statement.SpanStart).Select(symbol => symbol.Name).ToImmutableHashSet();
        string name = Enumerable.Range(1, int.MaxValue - 1).Select(i => i == 1 ? "held" : $"held{i}").First(n => !taken.Contains(n));
        yield return Fix.In("Using", "Hold it in a variable with 'using'", place, editor =>
            editor.ReplaceNode(statement, Source.Statement($"using var {name} = {Source.Text(call)};").WithTriviaFrom(statement)));
    }

    private static IEnumerable<Fix> DisposeBefore(FixPlace place)
    {
        string name = place.Argument(0).Trim('\'');
        if (place.Find<ExpressionStatementSyntax>() is { Expression: AssignmentExpressionSyntax } statement)
        {
            yield return Fix.In("Dispose", $"Dispose '{name}' before", place, editor =>
                Statements.InsertBefore(editor, statement, [Source.Statement($"{name}.Dispose();")]));
        }
    }
}
