namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>A lambda for the kernel that uses variables around it.</summary>
    public static readonly DiagnosticRule CallbackCaptures = new(
        "SCX1034", "Lambda for the kernel uses a variable around it",
        "The kernel calls this lambda without '{0}', which belongs to the method around it; keep what it needs in a field, a map, or what it is called with");
}
