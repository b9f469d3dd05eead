namespace Scx.Compiler.Backend;

/// <summary>Level of the BPF instruction set (LLVM's <c>-mcpu</c>).</summary>
public enum CpuLevel
{
    /// <summary>32-bit registers and jumps; no signed division. Kernel 5.1.</summary>
    V3,

    /// <summary>Signed division, sign-extending loads and moves, long jumps. Kernel 6.6, so every kernel that has sched_ext.</summary>
    V4,
}

/// <summary>What the user may choose about the object.</summary>
public sealed record BackendOptions
{
    /// <summary>The defaults.</summary>
    public static readonly BackendOptions Default = new();

    /// <summary>Instructions that may be used.</summary>
    public CpuLevel Cpu { get; init; } = CpuLevel.V4;

    /// <summary>LLVM's name of <see cref="Cpu"/>.</summary>
    public string CpuName => Cpu == CpuLevel.V3 ? "v3" : "v4";
}
