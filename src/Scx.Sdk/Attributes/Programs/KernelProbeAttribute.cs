using Scx.Bindings;

namespace Scx;

/// <summary>
/// Makes a method run whenever a function of the kernel is called (<c>SEC("kprobe/NAME")</c>), also functions that
/// <see cref="FunctionEntryAttribute"/> cannot reach. Its arguments are numbers: what is in the first six argument registers. On x86-64 only.
/// Attached while the scheduler is.
/// </summary>
/// <param name="function">The function, and <c>+0x12</c> behind it for a place inside.</param>
public sealed class KernelProbeAttribute(string function) : ProgramAttribute
{
    /// <summary>The function.</summary>
    public string Function { get; } = function;
}
