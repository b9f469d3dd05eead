namespace Scx.Bindings;

/// <summary>
/// Binds a type to state of the kernel's that lies in the scheduler's memory: a struct to a field of a map value, a class to what its objects begin
/// with. The kernel knows it by its name in BTF, and only its functions may touch it.
/// </summary>
/// <param name="name">Name in BTF, such as <c>bpf_spin_lock</c>.</param>
/// <param name="size">Bytes; the same in every kernel.</param>
/// <param name="alignment">Bytes.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false)]
public sealed class KernelStateAttribute(string name, int size, int alignment) : Attribute
{
    /// <summary>Name in BTF.</summary>
    public string Name { get; } = name;

    /// <summary>Bytes.</summary>
    public int Size { get; } = size;

    /// <summary>Alignment in bytes.</summary>
    public int Alignment { get; } = alignment;

    /// <summary>
    /// The state links objects of the type's type argument together, and is said to by a declaration tag <c>contains:TYPE:node</c>.
    /// </summary>
    public bool LinksObjects { get; set; }

    /// <summary>The kinds of map whose values may hold it (kernel/bpf/syscall.c, map_check_btf); empty if all that take state of the kernel's do.</summary>
    public Type[] Maps { get; set; } = [];

    /// <summary>The state is a lock, which guards what lies beside it.</summary>
    public bool IsLock { get; set; }
}
