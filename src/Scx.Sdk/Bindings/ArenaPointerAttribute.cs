namespace Scx.Bindings;

/// <summary>
/// Makes a struct an address in the arena: 64 bits, the address that user space knows it by. Its <c>ref</c> members are the memory there: the
/// property <c>Value</c>, and an indexer that counts in elements.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class ArenaPointerAttribute : Attribute;
