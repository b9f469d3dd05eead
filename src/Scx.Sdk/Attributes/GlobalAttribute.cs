namespace Scx;

/// <summary>
/// Makes a method a global function of the object: the verifier walks through it once, by itself, with arguments that may be anything, and not again for each
/// call. That bounds what a large method called from many places costs at load. At most five parameters: numbers, kernel objects, structs, and references
/// to numbers and structs; the result is a number or a struct.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GlobalAttribute : Attribute;
