using Scx.Bindings;

namespace Scx;

/// <summary>
/// Makes a method run whenever a function of the kernel returns (<c>SEC("kretprobe/NAME")</c>); its one argument, if wanted, is the result as
/// a number. On x86-64 only. Attached while the scheduler is.
/// </summary>
/// <param name="function">The function.</param>
public sealed class KernelReturnProbeAttribute(string function) : ProgramAttribute
{
    /// <summary>The function.</summary>
    public string Function { get; } = function;
}
