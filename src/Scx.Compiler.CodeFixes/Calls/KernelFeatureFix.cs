using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Calls;

/// <summary>Asks the running kernel for a function or a field before it is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KernelFeatureFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX8001", "SCX8005", "SCX8009", "SCX8010"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        string feature = place.Diagnostic.Id is "SCX8009" or "SCX8010" ? $"<{place.Argument(0)}>(s => s.{place.Argument(1)})" : $"({place.Argument(0)})";
        var statement = place.Find<ExpressionStatementSyntax>();
        var arrow = place.Find<ArrowExpressionClauseSyntax>();
        if (statement is not null)
        {
            yield return Fix.In("AskFirst", $"Put it into 'if (Kernel.Has{feature})'", place, editor => editor.ReplaceNode(
                statement, Guarded(feature, Source.Text(statement)).WithTriviaFrom(statement)));
        }
        else if (arrow?.Parent is MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.Text: "void" } } method)
        {
            yield return Fix.In("AskFirst", $"Put it into 'if (Kernel.Has{feature})'", place, editor => editor.ReplaceNode(
                method, Members.WithBlock(method, Microsoft.CodeAnalysis.CSharp.SyntaxFactory.Block(Guarded(feature, Source.Text(arrow.Expression) + ";")))));
        }
    }

    private static StatementSyntax Guarded(string feature, string statement) => Source.Statement($"if (Kernel.Has{feature})\n{statement}");
}
