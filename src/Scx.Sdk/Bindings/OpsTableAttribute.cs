namespace Scx.Bindings;

/// <summary>Binds a base class of schedulers to the table of callbacks that the kernel takes.</summary>
/// <param name="name">Its struct, such as <c>sched_ext_ops</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OpsTableAttribute(string name) : Attribute
{
    /// <summary>Its struct.</summary>
    public string Name { get; } = name;

    /// <summary>First kernel that has it, such as <c>7.2</c>; null if all supported ones do.</summary>
    public string? Since { get; set; }

    /// <summary>
    /// Schedulers see CPUs by their topological numbers: what is <see cref="CpuFormOnlyAttribute"/> is not for them, and they need an <see cref="Arena"/>, which the
    /// compiler makes where there is none.
    /// </summary>
    public bool CidForm { get; set; }
}
