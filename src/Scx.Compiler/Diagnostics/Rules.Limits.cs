namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>A loop that nothing ends.</summary>
    public static readonly DiagnosticRule LoopWithoutEnd = new(
        "SCX5001", "Nothing bounds this loop",
        "Nothing ends this loop: the kernel accepts only loops that it can see the end of; give it a condition that a counter decides, or use Loop.Range");
}
