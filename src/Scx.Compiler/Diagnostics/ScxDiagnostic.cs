using System.Collections.Immutable;
using System.Globalization;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Diagnostics;

/// <summary>A mistake found at a place.</summary>
/// <param name="Rule">What kind it is.</param>
/// <param name="Span">Where.</param>
/// <param name="Arguments">For the rule's message.</param>
public sealed record ScxDiagnostic(DiagnosticRule Rule, SourceSpan Span, ImmutableArray<string> Arguments)
{
    /// <summary>Other places that explain it, in the order to read them.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>The rule's message with the arguments in it.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Message, [.. Arguments]);
}

/// <summary>A place that explains a diagnostic.</summary>
/// <param name="Span">Where.</param>
/// <param name="Role">What happened there, as in "called here".</param>
public sealed record RelatedPlace(SourceSpan Span, string Role);
