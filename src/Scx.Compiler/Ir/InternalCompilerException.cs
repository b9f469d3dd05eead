namespace Scx.Compiler.Ir;

/// <summary>A bug of ours, with the source that met it. Never thrown for a mistake of the user's.</summary>
/// <param name="span">What was being compiled.</param>
/// <param name="message">What should not have happened.</param>
public sealed class InternalCompilerException(SourceSpan span, string message) : Exception($"{span}: {message}")
{
    /// <summary>What was being compiled.</summary>
    public SourceSpan Span { get; } = span;
}
