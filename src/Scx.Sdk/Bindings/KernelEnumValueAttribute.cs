namespace Scx.Bindings;

/// <summary>
/// Binds an enum member or a constant to a value of a kernel enum. The number in C# is that of the newest kernel known; the object takes
/// the running kernel's (CO-RE).
/// </summary>
/// <param name="enumName">Name of the enum in BTF.</param>
/// <param name="name">Name of the value in BTF, such as <c>SCX_ENQ_HEAD</c>.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class KernelEnumValueAttribute(string enumName, string name) : Attribute
{
    /// <summary>Name of the enum in BTF.</summary>
    public string Enum { get; } = enumName;

    /// <summary>Name of the value in BTF.</summary>
    public string Name { get; } = name;

    /// <summary>First kernel that has it; null if all supported ones do. On older kernels the value is 0.</summary>
    public string? Since { get; set; }

    /// <summary>First kernel that no longer has it; null if the newest still does.</summary>
    public string? Until { get; set; }
}
