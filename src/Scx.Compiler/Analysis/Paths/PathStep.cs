using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>One thing that happened on a way, newest first: a branch that was taken, or a call.</summary>
/// <param name="Span">Where.</param>
/// <param name="Before">What happened before.</param>
internal sealed record PathStep(SourceSpan Span, PathStep? Before)
{
    /// <summary>For a branch, whether its condition held.</summary>
    public bool? Held { get; init; }
}
