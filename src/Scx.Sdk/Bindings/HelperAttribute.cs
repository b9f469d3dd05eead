namespace Scx.Bindings;

/// <summary>Binds a method to a numbered BPF helper.</summary>
/// <param name="name">Name in the kernel, such as <c>bpf_ktime_get_ns</c>.</param>
/// <param name="number">Its number in <c>enum bpf_func_id</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HelperAttribute(string name, int number) : Attribute
{
    /// <summary>An argument of the kernel's that is 0, in <see cref="ArgumentOrder"/>.</summary>
    public const int Zero = -1;

    /// <summary>Name in the kernel.</summary>
    public string Name { get; } = name;

    /// <summary>Number in <c>enum bpf_func_id</c>.</summary>
    public int Number { get; } = number;

    /// <summary>Number of arguments after those of the method, which are 0.</summary>
    public int Zeros { get; set; }

    /// <summary>After the method's arguments comes the size, in bytes, of what the result points at.</summary>
    public bool PassesSize { get; set; }

    /// <summary>
    /// For each argument of the helper the index of the binding's argument, an instance method's object being 0, sizes and what is filled
    /// (<see cref="FrameStateAttribute"/>) counted too, or <see cref="Zero"/>; null if they are in order.
    /// </summary>
    public int[]? ArgumentOrder { get; set; }
}
