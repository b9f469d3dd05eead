namespace Scx.Bindings;

/// <summary>The kernel takes the size of what this argument's address points at, in bytes, as the next argument.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class WithSizeAttribute : Attribute;
