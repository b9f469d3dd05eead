namespace Scx.Bindings;

/// <summary>What a tracepoint or function of the kernel hands to programs, so that theirs can be checked against it.</summary>
/// <param name="name">The tracepoint or function.</param>
/// <param name="types">
/// Types of the arguments as C has them, as in <c>bool, task_struct *, u32</c>, and of a function that returns, last, of its result; of one that may be
/// null, with the suffix <c>__nullable</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ProgramArgumentsAttribute(string name, string types) : Attribute
{
    /// <summary>The tracepoint or function.</summary>
    public string Name { get; } = name;

    /// <summary>Types of the arguments.</summary>
    public string Types { get; } = types;

    /// <summary>First kernel that hands these over, as in "6.17"; null if all supported ones do, or it is not known of the oldest.</summary>
    public string? Since { get; set; }

    /// <summary>First kernel that does so no more, or null.</summary>
    public string? Until { get; set; }
}
