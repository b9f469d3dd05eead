using Scx.Bindings;

namespace Scx;

/// <summary>
/// Makes a method run at a tracepoint of the kernel, with the record that the kernel would write into its trace (<c>SEC("tracepoint/…")</c>):
/// a struct of yours, passed by <c>in</c>, with the fields that <c>/sys/kernel/tracing/events/GROUP/NAME/format</c> lists after the blank line, at
/// the same offsets less 8. <see cref="TracepointBtfAttribute"/> gives the kernel's own objects instead. Attached while the scheduler is.
/// </summary>
/// <param name="group">The tracepoint's group, such as <c>sched</c>.</param>
/// <param name="name">The tracepoint, such as <c>sched_wakeup</c>.</param>
public sealed class TracepointAttribute(string group, string name) : ProgramAttribute
{
    /// <summary>The tracepoint's group.</summary>
    public string Group { get; } = group;

    /// <summary>The tracepoint.</summary>
    public string Name { get; } = name;
}
