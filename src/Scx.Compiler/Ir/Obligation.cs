namespace Scx.Compiler.Ir;

/// <summary>What must hold where an instruction runs, for the kernel to accept it. The front end states it, the analysis discharges it.</summary>
public abstract record Obligation
{
    private protected Obligation() { }
}

/// <summary><paramref name="Pointer"/> is not null here.</summary>
/// <param name="Pointer">The pointer that is followed.</param>
public sealed record NonNull(Value Pointer) : Obligation;

/// <summary><paramref name="Index"/> is at least 0 and below <paramref name="Length"/>.</summary>
/// <param name="Index">The index used.</param>
/// <param name="Length">Number of elements.</param>
public sealed record InRange(Value Index, long Length) : Obligation
{
    /// <summary>The user's word for what is indexed, or null.</summary>
    public string? Array { get; init; }
}

/// <summary><paramref name="Divisor"/> is not 0: .NET throws, BPF yields 0.</summary>
/// <param name="Divisor">Right operand of a division or remainder.</param>
public sealed record NonZero(Value Divisor) : Obligation;
