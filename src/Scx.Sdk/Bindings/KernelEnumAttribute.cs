namespace Scx.Bindings;

/// <summary>Binds an enum to one of the kernel's BTF; its members carry <see cref="KernelEnumValueAttribute"/>.</summary>
/// <param name="name">Name in BTF, such as <c>scx_enq_flags</c>.</param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class KernelEnumAttribute(string name) : Attribute
{
    /// <summary>Name in BTF.</summary>
    public string Name { get; } = name;
}
