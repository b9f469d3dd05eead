namespace Scx.Bindings;

/// <summary>
/// The kernel takes the size of what this argument's address points at, in bytes, as the next argument. Of a span of bytes it takes the address of the first and the length.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class WithSizeAttribute : Attribute;
