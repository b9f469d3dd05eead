namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>Something outside the source is missing.</summary>
    public static readonly DiagnosticRule Environment = new("SCX0003", "Something that the compiler needs is missing", "{0}") { IsInSource = false };

    /// <summary>LLVM finds no way to make code of it.</summary>
    public static readonly DiagnosticRule LlvmRejected = new(
        "SCX5000", "No BPF code can be made of the scheduler", "LLVM cannot make BPF code of '{0}': {1}") { IsInSource = false };

    /// <summary>A bug of ours.</summary>
    public static readonly DiagnosticRule Internal = new(
        "SCX0009", "Internal error of the compiler", "Internal error: {0}. This is a bug of the compiler; please report it with the source at this place")
    {
        IsInSource = false,
    };
}
