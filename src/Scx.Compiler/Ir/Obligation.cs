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

/// <summary><paramref name="Number"/> is at least 0, and below <paramref name="Length"/> or at most that: an index or an end of a span.</summary>
/// <param name="Number">A 32-bit signed integer.</param>
/// <param name="Length">The span's length, a 32-bit signed integer.</param>
public sealed record InSpan(Value Number, Value Length) : Obligation
{
    /// <summary>The length itself will do: an end of a range.</summary>
    public bool AtMost { get; init; }

    /// <summary>The user's word for the span.</summary>
    public string Span { get; init; } = "";
}

/// <summary><paramref name="Divisor"/> is not 0: .NET throws, BPF yields 0.</summary>
/// <param name="Divisor">Right operand of a division or remainder.</param>
public sealed record NonZero(Value Divisor) : Obligation;
