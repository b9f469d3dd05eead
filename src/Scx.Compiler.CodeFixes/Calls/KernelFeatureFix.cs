using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Calls;

/// <summary>Asks the running kernel for a function before it is called.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KernelFeatureFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX8001", "SCX8005"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        string function = place.Argument(0);
        var statement = place.Find<ExpressionStatementSyntax>();
        var arrow = place.Find<ArrowExpressionClauseSyntax>();
        if (statement is not null)
        {
            yield return Fix.In("AskFirst", $"Put it into 'if (Kernel.Has({function}))'", place, editor => editor.ReplaceNode(
                statement, Guarded(function, Source.Text(statement)).WithTriviaFrom(statement)));
        }
        else if (arrow?.Parent is MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.Text: "void" } } method)
        {
            yield return Fix.In("AskFirst", $"Put it into 'if (Kernel.Has({function}))'", place, editor => editor.ReplaceNode(
                method, Members.WithBlock(method, Microsoft.CodeAnalysis.CSharp.SyntaxFactory.Block(Guarded(function, Source.Text(arrow.Expression) + ";")))));
        }
    }

    private static StatementSyntax Guarded(string function, string statement) => Source.Statement($"if (Kernel.Has({function}))\n{statement}");
}
