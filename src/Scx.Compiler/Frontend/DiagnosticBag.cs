using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Gathers what the front end finds.</summary>
internal sealed class DiagnosticBag
{
    private readonly ImmutableArray<ScxDiagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();

    public bool HasErrors { get; private set; }

    /// <summary>In the order of being found.</summary>
    public ImmutableArray<ScxDiagnostic> All => diagnostics.ToImmutable();

    public void Report(DiagnosticRule rule, SourceSpan span, params string[] arguments)
    {
        var diagnostic = new ScxDiagnostic(rule, span, [.. arguments]);
        // One mistake can be met on several ways (a method reached from two callbacks); users want it once.
        if (diagnostics.Any(known => known.Rule == rule && known.Span == span))
            return;
        diagnostics.Add(diagnostic);
        HasErrors |= rule.Severity == Severity.Error;
    }

    public void Report(IEnumerable<ScxDiagnostic> found)
    {
        foreach (var diagnostic in found)
            Report(diagnostic.Rule, diagnostic.Span, [.. diagnostic.Arguments]);
    }

    public void Report(UnsupportedException unsupported)
    {
        if (unsupported.Rule is { } rule)
            Report(rule, unsupported.Span, unsupported.Arguments);
    }

    public ImmutableArray<ScxDiagnostic> Sorted() =>
        [.. diagnostics.OrderBy(d => d.Span)];
}
