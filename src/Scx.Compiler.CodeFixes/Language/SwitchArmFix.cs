using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Language;

/// <summary>Adds the arm that a switch expression lacks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SwitchArmFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX1006"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Find<SwitchExpressionSyntax>() is not { } choice)
            yield break;
        yield return Fix.In("AddArm", "Add the arm '_ => default'", place, editor =>
        {
            bool breaks = choice.Arms.Count > 0 && choice.ToString().Contains('\n');
            var end = breaks ? SyntaxFactory.TriviaList(SyntaxFactory.LineFeed) : SyntaxFactory.TriviaList(SyntaxFactory.Space);
            var separators = choice.Arms.GetSeparators().ToList();
            bool open = separators.Count < choice.Arms.Count;
            if (open)
                separators.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(end));
            var arms = choice.Arms.Select((known, i) => open && i == choice.Arms.Count - 1 ? known.WithoutTrailingTrivia() : known);
            var arm = SyntaxFactory.SwitchExpressionArm(SyntaxFactory.DiscardPattern(), Source.Expression("default"));
            arm = arm.WithLeadingTrivia(breaks ? choice.Arms.Last().GetLeadingTrivia() : default).WithTrailingTrivia(breaks ? default : end);
            if (breaks)
                separators.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(end));
            editor.ReplaceNode(choice, choice.WithArms(SyntaxFactory.SeparatedList(arms.Append(arm), separators)));
        });
    }
}
