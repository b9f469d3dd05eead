namespace Scx.Bindings;

/// <summary>
/// Makes a struct a slot that owns a kernel object, or is empty (a kptr field). What its property <c>Value</c> yields says what object; the compiler
/// reads the slot where the property is read.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class KptrSlotAttribute : Attribute;
