using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Calls;

/// <summary>Moves a call whose arguments mean the same anywhere to a callback that the kernel allows it in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MoveCallFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX4001", "SCX4002"];

    /// <inheritdoc/>
    protected override bool Alone => true;

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Class is not { } scheduler || place.Method is not { } method || place.Find<InvocationExpressionSyntax>() is not { } call
            || Target(place) is not { } target || !MeansTheSameAnywhere(place, call) || Whole(call) is not { } whole)
            yield break;
        string text = $"{Source.Text(call)};";
        yield return Fix.In("MoveTo" + target.Name, $"Move it to {target.Name}", place, editor =>
        {
            if (whole == method)
                editor.RemoveNode(method);
            else
                editor.RemoveNode(whole);
            Members.Prepend(editor, scheduler, target.Name, [Source.Statement(Kept(target, text, scheduler))], target.Signature, target.Result);
        });
    }

    private static (string Name, string Signature, string? Result)? Target(FixPlace place)
    {
        string allowed = place.Argument(2);
        if (place.Diagnostic.Id == "SCX4002" || Names(allowed).Contains("Init"))
            return ("Init", "int Init()", "0");
        return Names(allowed).Contains("Dispatch") && !Names(allowed).Contains("Enqueue")
            ? ("Dispatch", "void Dispatch(int cpu, TaskStruct? prev)", null)
            : null;
    }

    private static IEnumerable<string> Names(string list) => list.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What Init returns says whether the scheduler may start, so an error of the call should.</summary>
    private static string Kept((string Name, string Signature, string? Result) target, string call, ClassDeclarationSyntax scheduler) =>
        target.Name == "Init" && call.StartsWith("CreateDsq(", StringComparison.Ordinal) && Members.Callback(scheduler, "Init") is null
            ? $"if ({call.TrimEnd(';')} is < 0 and var error)\nreturn error;"
            : call;

    private static bool MeansTheSameAnywhere(FixPlace place, InvocationExpressionSyntax call) => call.ArgumentList.DescendantNodes()
        .OfType<IdentifierNameSyntax>().All(name => place.Model.GetSymbolInfo(name, place.Cancellation).Symbol is not (ILocalSymbol or IParameterSymbol));

    /// <summary>The statement, or the method, that is nothing but the call.</summary>
    private static SyntaxNode? Whole(InvocationExpressionSyntax call) => call.Parent switch
    {
        ExpressionStatementSyntax { Parent: BlockSyntax } statement => statement,
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => method,
        _ => null,
    };
}
