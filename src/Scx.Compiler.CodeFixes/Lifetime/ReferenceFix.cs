using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Lifetime;

/// <summary>Releases what is owned, once and on every way.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReferenceFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ["SCX3001", "SCX3002", "SCX3003", "SCX3004", "SCX3005", "SCX3006", "SCX3008"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place) => place.Diagnostic.Id switch
    {
        "SCX3001" => DeclareUsing(place).Concat(Leaving(place, "Dispose")),
        "SCX3002" => KeepLonger(place),
        "SCX3003" => Disposal.RemoveSecond(place, OwnedVariable.Named(Name(place), place.Node), "it is released already", "releases it"),
        "SCX3004" => Hold(place, "held"),
        "SCX3005" => Hold(place, "old"),
        "SCX3006" => DeclareUsing(place).Concat(Leaving(place, "Discard")),
        _ => DisposeBefore(place),
    };

    private static string Name(FixPlace place) => place.Argument(0).Trim('\'');

    /// <summary>'using' disposes at the end of each way; what disposed before would do it twice.</summary>
    private static IEnumerable<Fix> DeclareUsing(FixPlace place)
    {
        if (OwnedVariable.Named(Name(place), place.Node) is { HasUsing: false } variable && variable.StaysAsItIs() && variable.Disposals() is { } disposals)
            yield return Fix.In("Using", $"Declare '{variable.Name}' with 'using'", place, editor => variable.MakeUsing(editor, disposals));
    }

    private static IEnumerable<Fix> Leaving(FixPlace place, string method)
    {
        if (place.Argument(0).StartsWith("'", StringComparison.Ordinal) && place.Find<StatementSyntax>() is (ReturnStatementSyntax or ContinueStatementSyntax) and var exit)
            yield return Disposal.Before(place, exit, Name(place), method);
    }

    private static IEnumerable<Fix> KeepLonger(FixPlace place)
    {
        if (OwnedVariable.Named(Name(place), place.Node) is not { } variable || variable.Disposals() is not { Count: > 0 } disposals)
            return [];
        return variable.HasUsing
            ? Disposal.RemoveInUsing(place, variable, "releases it")
            : !variable.StaysAsItIs() ? [] : [Fix.In("Using", $"Declare '{variable.Name}' with 'using', which keeps it to the end", place, editor => variable.MakeUsing(editor, disposals))];
    }

    private static IEnumerable<Fix> Hold(FixPlace place, string wanted)
    {
        if (place.Find<ExpressionStatementSyntax>() is not { Parent: BlockSyntax, Expression: InvocationExpressionSyntax call } statement)
            yield break;
        string name = place.FreeName(wanted, Dropped(place).TakeWhile(other => other != statement).Count());
        yield return Fix.In("Using", "Hold it in a variable with 'using'", place, editor =>
            editor.ReplaceNode(statement, Source.Statement($"using var {name} = {Source.Text(call)};").WithTriviaFrom(statement)));
    }

    /// <summary>The statements of the member that drop what they should hold.</summary>
    private static IEnumerable<ExpressionStatementSyntax> Dropped(FixPlace place) => place.Find<MemberDeclarationSyntax>()!.DescendantNodes()
        .OfType<ExpressionStatementSyntax>()
        .Where(s => s.Expression is InvocationExpressionSyntax call && place.TypeOf(call)?.AllInterfaces.Any(implemented => implemented.Name == nameof(IDisposable)) == true);

    private static IEnumerable<Fix> DisposeBefore(FixPlace place)
    {
        // What the new object is made of must not be gone.
        if (place.Find<ExpressionStatementSyntax>() is { Expression: AssignmentExpressionSyntax assignment } statement && !Order.Mentions(assignment.Right, Name(place)))
            yield return Disposal.Before(place, statement, Name(place));
    }
}
