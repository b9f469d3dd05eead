using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Runtime;

/// <summary>Returns what the kernel takes: a CPU from SelectCpu, 0 or a negative error number elsewhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ResultFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX7008", "SCX7017"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Method is not { } method || Result(place) is not { } result)
            yield break;
        if (place.Diagnostic.Id == "SCX7008" && method.ParameterList.Parameters.Count == 3)
        {
            string previous = method.ParameterList.Parameters[1].Identifier.Text;
            string text = result is IdentifierNameSyntax name
                ? $"{name} >= 0 ? {name} : {previous}" : $"{Source.Text(result)} is >= 0 and var cpu ? cpu : {previous}";
            yield return Fix.In("PreviousCpu", $"Return {previous} if there is none", place, editor =>
                editor.ReplaceNode(result, Source.Expression(text).WithTriviaFrom(result)));
        }
        else if (place.Diagnostic.Id == "SCX7017" && Positive(place, result) is { } number)
        {
            yield return Fix.In("Negate", "Return it with a minus", place, editor =>
                editor.ReplaceNode(number, SyntaxFactory.PrefixUnaryExpression(SyntaxKind.UnaryMinusExpression, number.WithoutTrivia()).WithTriviaFrom(number)));
        }
    }

    private static ExpressionSyntax? Result(FixPlace place) =>
        place.Find<ReturnStatementSyntax>()?.Expression ?? place.Find<ArrowExpressionClauseSyntax>()?.Expression
        ?? place.Node.DescendantNodes().OfType<ReturnStatementSyntax>().FirstOrDefault()?.Expression ?? place.Method?.ExpressionBody?.Expression;

    private static ExpressionSyntax? Positive(FixPlace place, ExpressionSyntax result) => result.DescendantNodesAndSelf().OfType<ExpressionSyntax>()
        .Where(expression => result == expression || expression.Parent is ConditionalExpressionSyntax choice && choice.Condition != expression || expression.Parent is SwitchExpressionArmSyntax)
        .FirstOrDefault(expression => place.Model.GetConstantValue(expression, place.Cancellation).Value is > 0);
}
