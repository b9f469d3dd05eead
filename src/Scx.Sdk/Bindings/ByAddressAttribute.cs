namespace Scx.Bindings;

/// <summary>The kernel takes the address of a copy of this argument.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ByAddressAttribute : Attribute;
