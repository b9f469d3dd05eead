using System.Collections.Immutable;

namespace Scx.Compiler.Backend;

/// <summary>
/// LLVM could not make an object from valid IR, for a reason that lies in the program: more than 512 bytes of stack, say. Mistakes that the
/// analysis foresees never come this far.
/// </summary>
/// <param name="messages">What LLVM said, with file and line where it knows them.</param>
public sealed class LlvmRejectedException(ImmutableArray<string> messages) : Exception(string.Join(Environment.NewLine, messages))
{
    /// <summary>What LLVM said, with file and line where it knows them.</summary>
    public ImmutableArray<string> Messages { get; } = messages;
}
