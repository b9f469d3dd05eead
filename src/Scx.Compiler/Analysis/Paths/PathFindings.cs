using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>A mistake found on a way.</summary>
/// <param name="Cause">What it is a mistake about: of one cause one mistake is reported.</param>
/// <param name="Diagnostic">What to say.</param>
internal sealed record PathFinding(object Cause, ScxDiagnostic Diagnostic);

/// <summary>The mistakes found on all ways: of those with one cause, the first in the source.</summary>
internal sealed class PathFindings
{
    private readonly Dictionary<object, ScxDiagnostic> found = [];

    public void Add(PathFinding finding)
    {
        if (!found.TryGetValue(finding.Cause, out var known) || IsBefore(finding.Diagnostic, known))
            found[finding.Cause] = finding.Diagnostic;
    }

    /// <summary>What was found.</summary>
    public ImmutableArray<ScxDiagnostic> ToImmutable() => [.. found.Values];

    private static bool IsBefore(ScxDiagnostic a, ScxDiagnostic b) =>
        (a.Span.Line, a.Span.Column).CompareTo((b.Span.Line, b.Span.Column)) < 0;
}
