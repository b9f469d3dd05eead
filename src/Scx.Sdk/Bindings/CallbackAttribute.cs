namespace Scx.Bindings;

/// <summary>Binds a virtual method of <see cref="Scheduler"/> to a member of <c>struct sched_ext_ops</c>, of <see cref="CidScheduler"/> to one of <c>struct sched_ext_ops_cid</c>.</summary>
/// <param name="name">Name of the member, such as <c>enqueue</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CallbackAttribute(string name) : Attribute
{
    /// <summary>Name of the member.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// Of a callback of the cid form: what the other form calls it, where that is another name. The same rules hold for both.
    /// </summary>
    public string? CpuForm { get; set; }

    /// <summary>The kernel lets a program here sleep. It is loaded as sleepable only if it calls something that sleeps.</summary>
    public bool MaySleep { get; set; }

    /// <summary>First kernel that lets a program here sleep: it counts as <see cref="MaySleep"/> in a scheduler that is for no older ones.</summary>
    public string? MaySleepSince { get; set; }

    /// <summary>First kernel whose ops table has it; null if all supported ones do.</summary>
    public string? Since { get; set; }
}
