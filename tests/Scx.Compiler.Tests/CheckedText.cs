using Microsoft.CodeAnalysis.CSharp;

namespace Scx.Compiler.Tests;

/// <summary>All that is said of a compilation, places included.</summary>
static class CheckedText
{
    internal static List<string> Of(CSharpCompilation compilation, SchedulerCache? cache) =>
        Of(SchedulerChecker.Check(compilation, path => path, CancellationToken.None, cache));

    internal static List<string> Of(CheckedSchedulers result) =>
        [.. result.Diagnostics
            .Select(d => $"{d.Span}-{d.Span.EndLine}:{d.Span.EndColumn} {d.Rule.Id} {d.Message} "
                + string.Join(",", d.Related.Select(r => $"{r.Span}-{r.Span.EndLine}:{r.Span.EndColumn} {r.Role}")))];
}
