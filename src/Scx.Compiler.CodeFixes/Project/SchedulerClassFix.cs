using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.CodeFixes.Project;

/// <summary>Mends the declaration of a scheduler's class: its base and its modifiers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SchedulerClassFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX0010", "SCX0014"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Class is not { } scheduler)
            yield break;
        if (place.Diagnostic.Id == "SCX0010" && scheduler.BaseList is null)
            yield return Fix.In("DeriveFromScheduler", "Derive from Scheduler", place, editor => editor.ReplaceNode(scheduler, Derived(scheduler)));
        int at = scheduler.Modifiers.IndexOf(SyntaxKind.AbstractKeyword);
        if (place.Diagnostic.Id == "SCX0014" && at >= 0)
        {
            yield return Fix.In("Seal", "Make the class sealed instead of abstract", place, editor => editor.ReplaceNode(
                scheduler, scheduler.WithModifiers(scheduler.Modifiers.Replace(
                    scheduler.Modifiers[at], SyntaxFactory.Token(SyntaxKind.SealedKeyword).WithTriviaFrom(scheduler.Modifiers[at])))));
        }
    }

    /// <summary>Public methods of a class without a base are meant to be callbacks.</summary>
    private static ClassDeclarationSyntax Derived(ClassDeclarationSyntax scheduler)
    {
        var withOverrides = scheduler.ReplaceNodes(
            scheduler.Members.OfType<MethodDeclarationSyntax>().Where(method =>
                method.Modifiers.Any(SyntaxKind.PublicKeyword) && !method.Modifiers.Any(SyntaxKind.OverrideKeyword)),
            (_, method) => method.AddModifiers(SyntaxFactory.Token(SyntaxKind.OverrideKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
        return withOverrides
            .WithIdentifier(withOverrides.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
            .WithBaseList(SyntaxFactory.BaseList(SyntaxFactory.SingletonSeparatedList<BaseTypeSyntax>(SyntaxFactory.SimpleBaseType(
                SyntaxFactory.ParseTypeName("Scheduler")))).WithTrailingTrivia(withOverrides.Identifier.TrailingTrivia));
    }
}
