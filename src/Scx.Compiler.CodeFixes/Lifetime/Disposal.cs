using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Lifetime;

/// <summary>The fixes that references, locks and sections have in common: one more <c>Dispose</c>, or one less.</summary>
internal static class Disposal
{
    /// <summary>Ends what a variable owns before a statement.</summary>
    /// <param name="place">The diagnostic.</param>
    /// <param name="statement">Before what.</param>
    /// <param name="name">The variable.</param>
    /// <param name="method">What ends it.</param>
    public static Fix Before(FixPlace place, StatementSyntax statement, string name, string method = "Dispose")
    {
        string where = statement switch
        {
            ReturnStatementSyntax => " this return",
            ContinueStatementSyntax => " this continue",
            _ => "",
        };
        return Fix.In(method, $"{method} '{name}' before{where}", place, editor =>
            Statements.InsertBefore(editor, statement, [Source.Statement($"{name}.{method}();")]));
    }

    /// <summary>Takes away the <c>Dispose</c> that stands at the diagnostic, or those in a <c>using</c>, which is one itself.</summary>
    /// <param name="place">The diagnostic.</param>
    /// <param name="variable">The variable that is disposed of, if it is known.</param>
    /// <param name="already">Why the statement can go.</param>
    /// <param name="byUsing">What <c>using</c> does.</param>
    public static IEnumerable<Fix> RemoveSecond(FixPlace place, OwnedVariable? variable, string already, string byUsing)
    {
        if (place.Find<ExpressionStatementSyntax>() is { } statement && OwnedVariable.IsPlainDisposal(statement))
            return [Fix.In("RemoveDispose", $"Remove it: {already}", place, editor => editor.RemoveNode(statement))];
        return RemoveInUsing(place, variable, byUsing);
    }

    /// <summary>Takes away what disposes of a variable that is declared with <c>using</c>.</summary>
    /// <param name="place">The diagnostic.</param>
    /// <param name="variable">The variable, if it is known.</param>
    /// <param name="byUsing">What <c>using</c> does.</param>
    public static IEnumerable<Fix> RemoveInUsing(FixPlace place, OwnedVariable? variable, string byUsing)
    {
        if (variable is { HasUsing: true } && variable.Disposals() is { Count: > 0 } disposals)
            yield return Fix.In("RemoveDispose", $"Remove Dispose: 'using' {byUsing}", place, editor => OwnedVariable.Remove(editor, disposals));
    }
}
