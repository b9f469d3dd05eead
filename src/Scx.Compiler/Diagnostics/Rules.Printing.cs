namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>A message that the kernel cannot put together.</summary>
    public static readonly DiagnosticRule Format = new(
        "SCX4009", "Format is not supported", "{0}: the kernel would not print the message; {1}");
}
