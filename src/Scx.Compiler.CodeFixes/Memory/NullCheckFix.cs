using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Memory;

/// <summary>Tests what may be null before it is used. C#'s own errors for the same mistake (CS8602, CS8604) come first in the editor, so they are mended too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NullCheckFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX2001", "SCX2002", "SCX2003", "CS8602", "CS8604"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (Subject(place) is not { } subject || Statements.Anchor(subject) is not { } anchor)
            yield break;
        string exit = Exits.From(anchor);
        if (subject is not IdentifierNameSyntax name)
        {
            yield return Introduce(place, subject, anchor, exit);
            yield break;
        }
        string variable = name.Identifier.Text;
        if (Lookup(place, name) is { } lookup)
        {
            yield return Fix.In("TryGet", $"Look it up with TryGet, and leave if it is not there", place, editor =>
                editor.ReplaceNode(lookup.Declaration, Source.Statement(
                    $"if (!{lookup.Map}.TryGet({lookup.Key}, out var {variable}))\n{exit}").WithTriviaFrom(lookup.Declaration)));
        }
        yield return Fix.In("EarlyReturn", $"Leave if '{variable}' is null", place, editor => Statements.InsertBefore(
            editor, anchor, [Source.Statement($"if ({variable} is null)\n{exit}")], WithoutSuppression(anchor, variable)));
        if (anchor is ExpressionStatementSyntax statement)
        {
            yield return Fix.In("WhenPresent", $"Do it only if '{variable}' is not null", place, editor => editor.ReplaceNode(statement, Source.Formatted(
                SyntaxFactory.IfStatement(Source.Expression($"{variable} is not null"), (StatementSyntax)WithoutSuppression(statement, variable).WithoutLeadingTrivia())
                    .WithTriviaFrom(statement))));
        }
    }

    /// <summary>The expression that may be null: a variable of the name in the message, or what is used at the place.</summary>
    private static ExpressionSyntax? Subject(FixPlace place)
    {
        if (place.Diagnostic.Id.StartsWith("CS", StringComparison.Ordinal))
            return place.Find<ClassDeclarationSyntax>()?.BaseList is null ? null : Bare(place.Node as ExpressionSyntax);
        var around = place.Find<StatementSyntax>() ?? (SyntaxNode?)place.Find<ArrowExpressionClauseSyntax>() ?? place.Node;
        return around.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault(name =>
                name.Identifier.Text == place.Argument(0) && name.SpanStart >= place.Diagnostic.Location.SourceSpan.Start
                && place.Model.GetSymbolInfo(name, place.Cancellation).Symbol is ILocalSymbol or IParameterSymbol)
            ?? Bare(place.Node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Select(Bare).FirstOrDefault(e => e is InvocationExpressionSyntax && MayBeNull(place, e)));
    }

    private static bool MayBeNull(FixPlace place, ExpressionSyntax expression) =>
        place.Model.GetSymbolInfo(expression, place.Cancellation).Symbol is IMethodSymbol { ReturnType: { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } };

    private static ExpressionSyntax? Bare(ExpressionSyntax? expression) => expression switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => Bare(suppressed.Operand),
        ParenthesizedExpressionSyntax parenthesized => Bare(parenthesized.Expression),
        MemberAccessExpressionSyntax member when member.Expression is PostfixUnaryExpressionSyntax => Bare(member.Expression),
        _ => expression,
    };

    private static Fix Introduce(FixPlace place, ExpressionSyntax subject, SyntaxNode anchor, string exit) => Fix.In(
        "EarlyReturn", "Keep it in a variable, and leave if it is null", place, editor =>
        {
            string name = FreeName(place, subject.SpanStart);
            SyntaxNode used = subject.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed
                ? suppressed : subject;
            var changed = anchor.ReplaceNode(used, SyntaxFactory.IdentifierName(name).WithTriviaFrom(used));
            Statements.InsertBefore(
                editor, anchor, [Source.Statement($"var {name} = {Source.Text(subject)};"), Source.Statement($"if ({name} is null)\n{exit}")], changed);
        });

    private static string FreeName(FixPlace place, int position)
    {
        var taken = place.Model.LookupSymbols(position).Select(symbol => symbol.Name).ToImmutableHashSet();
        string name = "found";
        for (int i = 2; taken.Contains(name); i++)
            name = "found" + i;
        return name;
    }

    private static SyntaxNode WithoutSuppression(SyntaxNode node, string variable) => node.ReplaceNodes(
        node.DescendantNodes().OfType<PostfixUnaryExpressionSyntax>().Where(suppressed =>
            suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression) && suppressed.Operand is IdentifierNameSyntax name && name.Identifier.Text == variable),
        (_, suppressed) => suppressed.Operand.WithTriviaFrom(suppressed));

    /// <summary>The lookup that a local variable is declared with, if the map has TryGet for it and the declaration stands in a block.</summary>
    private static (LocalDeclarationStatementSyntax Declaration, string Map, string Key)? Lookup(FixPlace place, IdentifierNameSyntax name)
    {
        if (place.Model.GetSymbolInfo(name, place.Cancellation).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
            || reference.GetSyntax(place.Cancellation) is not VariableDeclaratorSyntax
            {
                Initializer.Value: InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Find" } find, ArgumentList.Arguments: [var key],
                },
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax } declaration },
            }
            || place.TypeOf(find.Expression)?.GetMembers("TryGet").Length is not > 0)
            return null;
        return (declaration, Source.Text(find.Expression), Source.Text(key));
    }
}
