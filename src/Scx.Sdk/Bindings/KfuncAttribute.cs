namespace Scx.Bindings;

/// <summary>
/// Binds a method to a kernel function. Several on one method are the forms the function has had, the preferred one first: the first that the
/// running kernel has is called. An instance method passes its object as the first argument. The method's body is for plain .NET only.
/// </summary>
/// <param name="symbol">Kernel symbol, such as <c>scx_bpf_dsq_insert___v2</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class KfuncAttribute(string symbol) : Attribute
{
    /// <summary>Kernel symbol.</summary>
    public string Symbol { get; } = symbol;

    /// <summary>C prototype of the kernel function, implicit arguments left out, as in <c>bool (task_struct *, u64, u64, u64)</c>.</summary>
    public required string Prototype { get; set; }

    /// <summary>
    /// Name of the kernel struct in which the binding's last arguments travel, as in <c>scx_bpf_dsq_insert_vtime_args</c>; null if each is passed on
    /// its own. The struct's address is then the function's last argument.
    /// </summary>
    public string? ArgumentStruct { get; set; }

    /// <summary>Fields of <see cref="ArgumentStruct"/>, as in <c>u64 dsq_id; u64 slice; u64 vtime; u64 enq_flags</c>; in the order of the binding's last arguments.</summary>
    public string? ArgumentFields { get; set; }

    /// <summary>
    /// For each argument of the kernel function, packed ones on their own, the index of the binding's argument, an instance method's object being 0;
    /// null if they are in order.
    /// </summary>
    public int[]? ArgumentOrder { get; set; }

    /// <summary>
    /// Not 0: the function fills memory given by its last two arguments, address and size. The binding, which has neither, yields the kernel object that
    /// lies there; it lives in the caller's frame, in so many bytes.
    /// </summary>
    public int ResultBytes { get; set; }

    /// <summary>The first argument is the number that the method's type argument has in the object's BTF.</summary>
    public bool PassesTypeId { get; set; }

    /// <summary>First kernel that has it, such as <c>6.19</c>; null if all supported ones do.</summary>
    public string? Since { get; set; }

    /// <summary>First kernel that no longer has it; null if the newest still does.</summary>
    public string? Until { get; set; }
}
