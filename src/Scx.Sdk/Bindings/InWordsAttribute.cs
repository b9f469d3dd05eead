namespace Scx.Bindings;

/// <summary>The argument is a number of bits; the kernel takes the number of 64-bit words that hold them.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InWordsAttribute : Attribute;
