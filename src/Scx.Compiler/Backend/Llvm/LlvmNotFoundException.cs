using System.Collections.Immutable;

namespace Scx.Compiler.Llvm;

/// <summary>No usable LLVM library on this machine.</summary>
/// <param name="attempts">Each name tried and what came of it, in order.</param>
public sealed class LlvmNotFoundException(ImmutableArray<string> attempts) : Exception(
    $"LLVM {LlvmLibrary.MinimumVersion} or newer was not found. Install it (Debian, Ubuntu: apt install libllvm19) " +
    $"or name the library in {LlvmLibrary.PathVariable}. Tried: {string.Join("; ", attempts)}")
{
    /// <summary>Each name tried and what came of it, in order.</summary>
    public ImmutableArray<string> Attempts { get; } = attempts;
}
