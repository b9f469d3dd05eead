namespace Scx.Bindings;

/// <summary>Binds a property to a field of a kernel struct, found by name in the running kernel (CO-RE).</summary>
/// <param name="name">Name in BTF.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KernelFieldAttribute(string name) : Attribute
{
    /// <summary>Name in BTF.</summary>
    public string Name { get; } = name;

    /// <summary>The C integer type where the property's C# type does not say it (an enum, <c>bool</c>): <c>u32</c>, <c>s64</c>…,
    /// <c>enum u32</c> where the kernel declares an enum, or the struct around it; null otherwise.</summary>
    public string? Type { get; set; }

    /// <summary>The number in the struct that <see cref="Type"/> names, where the kernel wraps one up (<c>val</c> of <c>kuid_t</c>); null otherwise.</summary>
    public string? Member { get; set; }

    /// <summary>The property's class is embedded in the object; otherwise the field is a pointer to it.</summary>
    public bool Embedded { get; set; }

    /// <summary>What a pointer read from the field is good for.</summary>
    public PointerTrust Trust { get; set; }

    /// <summary>On a kernel without the field it reads as 0; otherwise a scheduler that reads it is refused there.</summary>
    public bool ZeroIfAbsent { get; set; }

    /// <summary>First kernel that has it, such as <c>6.19</c>; null if all supported ones do.</summary>
    public string? Since { get; set; }

    /// <summary>First kernel that no longer has it; null if the newest still does.</summary>
    public string? Until { get; set; }
}

/// <summary>What the verifier makes of a pointer read from a field of a trusted object.</summary>
public enum PointerTrust
{
    /// <summary>Its fields can be read; kernel functions do not take it.</summary>
    Untrusted,

    /// <summary>Under RCU: functions with <see cref="KernelFunctionFlags.Rcu"/> take it.</summary>
    Rcu,

    /// <summary>As good as the object it was read from.</summary>
    Trusted,
}
