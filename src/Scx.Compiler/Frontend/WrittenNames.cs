using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.Frontend;

/// <summary>The names that something is assigned to, as far as the syntax tells.</summary>
internal static class WrittenNames
{
    /// <summary>Those in a file.</summary>
    public static IEnumerable<SimpleNameSyntax> In(SyntaxNode root) => root.DescendantNodes().SelectMany(node => node switch
    {
        AssignmentExpressionSyntax assignment => Of(assignment.Left),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } counted => Of(counted.Operand),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } counted => Of(counted.Operand),
        ForEachVariableStatementSyntax loop => Of(loop.Variable),
        _ => [],
    });

    private static IEnumerable<SimpleNameSyntax> Of(ExpressionSyntax target) => target switch
    {
        SimpleNameSyntax name => [name],
        MemberAccessExpressionSyntax member => [member.Name],
        MemberBindingExpressionSyntax member => [member.Name],
        ConditionalAccessExpressionSyntax access => Of(access.WhenNotNull),
        AssignmentExpressionSyntax inner => Of(inner.Left),
        ParenthesizedExpressionSyntax inner => Of(inner.Expression),
        PostfixUnaryExpressionSyntax inner => Of(inner.Operand),
        TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(argument => Of(argument.Expression)),
        _ => [],
    };
}
