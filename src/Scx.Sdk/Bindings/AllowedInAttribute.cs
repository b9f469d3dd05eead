namespace Scx.Bindings;

/// <summary>The callbacks that a kernel function may be called from; a function without it may be called from all.</summary>
/// <param name="callbacks">Members of <c>struct sched_ext_ops</c>, as in <c>enqueue</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowedInAttribute(params string[] callbacks) : Attribute
{
    /// <summary>Members of <c>struct sched_ext_ops</c>.</summary>
    public string[] Callbacks { get; } = callbacks;
}
