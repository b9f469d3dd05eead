namespace Scx.Bindings;

/// <summary>
/// Binds a class to state of the kernel's that lies in the frame of the method that makes it, as a <c>struct bpf_dynptr</c> does: what the program has is its
/// address. A call that yields such an object passes the address of new memory as its last argument, which the kernel fills.
/// </summary>
/// <param name="name">Name in BTF, such as <c>bpf_dynptr</c>.</param>
/// <param name="size">Bytes, a multiple of 8; the same in every kernel.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FrameStateAttribute(string name, int size) : Attribute
{
    /// <summary>Name in BTF.</summary>
    public string Name { get; } = name;

    /// <summary>Bytes.</summary>
    public int Size { get; } = size;
}
