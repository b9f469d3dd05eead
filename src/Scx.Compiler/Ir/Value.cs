namespace Scx.Compiler.Ir;

/// <summary>A result of one instruction, a parameter of a block or of a function. Assigned once; compared by identity.</summary>
/// <param name="type">Type of the value.</param>
/// <param name="name">The user's word for it where there is one (a local, a parameter), for messages and dumps.</param>
public sealed class Value(IrType type, string? name = null)
{
    /// <summary>Type of the value.</summary>
    public IrType Type { get; } = type;

    /// <summary>The user's word for it, or null.</summary>
    public string? Name { get; } = name;
}
