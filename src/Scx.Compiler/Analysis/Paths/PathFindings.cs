using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>A mistake found on a way.</summary>
/// <param name="Cause">What it is a mistake about: of one cause one mistake is reported.</param>
/// <param name="Diagnostic">What to say.</param>
internal sealed record PathFinding(object Cause, ScxDiagnostic Diagnostic);

/// <summary>The mistakes found on all ways: of those with one cause, the first in the source.</summary>
internal sealed class PathFindings
{
    private readonly Dictionary<object, ScxDiagnostic> found = [];

    /// <summary>What was found, with the causes.</summary>
    public ImmutableArray<PathFinding> All => [.. found.Select(entry => new PathFinding(entry.Key, entry.Value))];

    public void Add(PathFinding finding)
    {
        // Findings of earlier analyses are of other instructions of the same source.
        object cause = finding.Cause is Instruction maker ? (maker.Span, maker.GetType()) : finding.Cause;
        if (!found.TryGetValue(cause, out var known) || finding.Diagnostic.Span < known.Span)
            found[cause] = finding.Diagnostic;
    }

    /// <summary>Whether a rule has been found to be broken at a place.</summary>
    public bool Contains(DiagnosticRule rule, SourceSpan span) => found.Values.Any(d => d.Rule == rule && d.Span == span);

    public void Add(ImmutableArray<PathFinding> findings)
    {
        foreach (var finding in findings)
            Add(finding);
    }

    /// <summary>What was found; of two causes that come to the same mistake, one.</summary>
    public ImmutableArray<ScxDiagnostic> ToImmutable() => [.. found.Values.GroupBy(d => (d.Rule, d.Span)).Select(same => same.First())];
}
