namespace Scx.Bindings;

/// <summary>
/// The kernel takes the address of memory in the caller's frame only: what lies elsewhere is copied there before the call, and back after it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OnStackAttribute : Attribute;
