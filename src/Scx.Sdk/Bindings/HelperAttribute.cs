namespace Scx.Bindings;

/// <summary>Binds a method to a numbered BPF helper.</summary>
/// <param name="name">Name in the kernel, such as <c>bpf_ktime_get_ns</c>.</param>
/// <param name="number">Its number in <c>enum bpf_func_id</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HelperAttribute(string name, int number) : Attribute
{
    /// <summary>Name in the kernel.</summary>
    public string Name { get; } = name;

    /// <summary>Number in <c>enum bpf_func_id</c>.</summary>
    public int Number { get; } = number;

    /// <summary>Number of arguments after those of the method, which are 0.</summary>
    public int Zeros { get; set; }
}
