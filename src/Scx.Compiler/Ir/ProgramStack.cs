namespace Scx.Compiler.Ir;

/// <summary>The stack that the kernel gives a program.</summary>
public static class ProgramStack
{
    /// <summary>Bytes for a method and all that it calls (MAX_BPF_STACK of include/linux/filter.h, 7.3).</summary>
    public const int Size = 512;
}
