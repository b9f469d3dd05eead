namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>A kernel function called from a callback that the kernel does not allow it in.</summary>
    public static readonly DiagnosticRule NotAllowedInCallback = new(
        "SCX4001", "Function is not available in this callback",
        "{0} is not available in {1}: the kernel allows it in {2} only");

    /// <summary>A function that sleeps called from a callback that cannot.</summary>
    public static readonly DiagnosticRule SleepsInCallback = new(
        "SCX4002", "Sleeping function in a callback that does not sleep",
        "{0} may sleep, which {1} cannot: the kernel runs it where sleeping is forbidden; do it in Init or InitTask");

    /// <summary>A method that is to be a function of its own and cannot be.</summary>
    public static readonly DiagnosticRule OutOfLineSignature = new(
        "SCX4014", "Method cannot be a function of its own", "'{0}' cannot be {1}: {2}");

    /// <summary>A function that sleeps called where nothing may.</summary>
    public static readonly DiagnosticRule SleepsInSection = new(
        "SCX4003", "Sleeping function inside a locked or RCU section", "{0} may sleep, which {1} forbids; call it before or after");
}
