using Scx.Bindings;

namespace Scx;

/// <summary>
/// Makes a method run whenever a function of the kernel begins (<c>SEC("fentry/NAME")</c>), with the function's arguments in their order;
/// trailing ones may be left out. Attached while the scheduler is.
/// </summary>
/// <param name="function">The function; <c>/sys/kernel/tracing/available_filter_functions</c> lists those there are.</param>
public sealed partial class FunctionEntryAttribute(string function) : ProgramAttribute
{
    /// <summary>The function.</summary>
    public string Function { get; } = function;
}
