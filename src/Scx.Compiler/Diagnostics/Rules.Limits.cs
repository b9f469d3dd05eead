namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>A loop that nothing ends.</summary>
    public static readonly DiagnosticRule LoopWithoutEnd = new(
        "SCX5001", "Nothing ends this loop",
        "Nothing ends this loop, and the CPU that runs it would do nothing else; give it a condition, or leave it with break or return");
}
