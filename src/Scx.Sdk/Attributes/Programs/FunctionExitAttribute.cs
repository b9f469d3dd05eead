using Scx.Bindings;

namespace Scx;

/// <summary>
/// Makes a method run whenever a function of the kernel returns (<c>SEC("fexit/NAME")</c>), with all of the function's arguments and then, if
/// wanted, its result. Attached while the scheduler is.
/// </summary>
/// <param name="function">The function; <c>/sys/kernel/tracing/available_filter_functions</c> lists those there are.</param>
public sealed partial class FunctionExitAttribute(string function) : ProgramAttribute
{
    /// <summary>The function.</summary>
    public string Function { get; } = function;
}
