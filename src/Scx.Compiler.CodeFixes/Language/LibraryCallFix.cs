using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Language;

/// <summary>Replaces a call of .NET's library by the function of the kernel that does the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LibraryCallFix : SchedulerCodeFix
{
    /// <summary>Members of .NET by their names in documentation, and what to write instead.</summary>
    private static readonly ImmutableDictionary<string, string> Replacements = new Dictionary<string, string>
    {
        ["P:System.Environment.TickCount64"] = "(long)(Now() / 1000000)",
        ["P:System.Environment.TickCount"] = "(int)(Now() / 1000000)",
        ["P:System.Environment.ProcessorCount"] = "(int)NrCpuIds()",
        ["M:System.Diagnostics.Stopwatch.GetTimestamp"] = "(long)Now()",
    }.ToImmutableDictionary();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX1010"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        var call = place.Node.AncestorsAndSelf().OfType<ExpressionSyntax>()
            .FirstOrDefault(node => node is InvocationExpressionSyntax or MemberAccessExpressionSyntax);
        if (call is null || place.Model.GetSymbolInfo(call, place.Cancellation).Symbol is not { } symbol
            || (Replacements.GetValueOrDefault(symbol.GetDocumentationCommentId() ?? "") ?? Printing(call, symbol)) is not { } replacement)
            yield break;
        yield return Fix.In("KernelFunction", $"Use {replacement} instead", place, editor =>
            editor.ReplaceNode(call, Source.Expression(replacement).WithTriviaFrom(call)));
    }

    /// <summary>What prints into the kernel's trace, for a method that prints one value.</summary>
    private static string? Printing(ExpressionSyntax call, ISymbol method) =>
        method.Name is "Write" or "WriteLine" && method.ContainingType.ToDisplayString() is "System.Console" or "System.Diagnostics.Debug" or "System.Diagnostics.Trace"
        && call is InvocationExpressionSyntax { ArgumentList.Arguments: [var only] }
            ? $"Printk({Message.Of(only.Expression)})"
            : null;
}
