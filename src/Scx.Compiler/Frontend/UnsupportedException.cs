using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Leaves the statement at hand: it holds something the language has not. Caught by the statement's lowering, which reports it.</summary>
internal sealed class UnsupportedException(DiagnosticRule? rule, SourceSpan span, params string[] arguments) : Exception(rule?.Id)
{
    /// <summary>The statement uses something that has had its error elsewhere: there is nothing more to say.</summary>
    public static UnsupportedException AlreadyReported(SourceSpan span) => new(null, span);

    /// <summary>What to report, or null if it has been.</summary>
    public DiagnosticRule? Rule { get; } = rule;

    public SourceSpan Span { get; } = span;
    public string[] Arguments { get; } = arguments;
}
