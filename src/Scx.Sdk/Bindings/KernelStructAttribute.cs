namespace Scx.Bindings;

/// <summary>Binds a class to a struct of the kernel's BTF. The class is lent: no one creates it.</summary>
/// <param name="name">Name in BTF, such as <c>task_struct</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public sealed class KernelStructAttribute(string name) : Attribute
{
    /// <summary>Name in BTF.</summary>
    public string Name { get; } = name;
}
