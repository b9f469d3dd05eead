using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Leaves the statement at hand: it holds something the language has not. Caught by the statement's lowering, which reports it.</summary>
internal sealed class UnsupportedException(DiagnosticRule rule, SourceSpan span, params string[] arguments) : Exception(rule.Id)
{
    public DiagnosticRule Rule { get; } = rule;
    public SourceSpan Span { get; } = span;
    public string[] Arguments { get; } = arguments;
}
