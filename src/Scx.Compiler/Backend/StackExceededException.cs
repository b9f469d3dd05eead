using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;

namespace Scx.Compiler.Backend;

/// <summary>The scheduler needs more stack than the kernel has for it. How much it needs is known only once LLVM has made the code.</summary>
/// <param name="diagnostics">Where, and by what.</param>
public sealed class StackExceededException(ImmutableArray<ScxDiagnostic> diagnostics) : Exception(string.Join(Environment.NewLine, diagnostics))
{
    /// <summary>Where, and by what.</summary>
    public ImmutableArray<ScxDiagnostic> Diagnostics { get; } = diagnostics;
}
