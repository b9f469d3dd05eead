using Scx.Bindings;

namespace Scx;

/// <summary>
/// Makes a method run at a tracepoint of the kernel, with the tracepoint's own arguments (<c>SEC("tp_btf/NAME")</c>): integers, <c>bool</c>
/// and kernel objects such as <see cref="TaskStruct"/>, in the kernel's order; trailing ones may be left out. Attached while the scheduler is.
/// </summary>
/// <param name="name">The tracepoint, such as <c>sched_switch</c>: <c>/sys/kernel/tracing/available_events</c> lists them after their group.</param>
public sealed partial class TracepointBtfAttribute(string name) : ProgramAttribute
{
    /// <summary>The tracepoint.</summary>
    public string Name { get; } = name;
}
