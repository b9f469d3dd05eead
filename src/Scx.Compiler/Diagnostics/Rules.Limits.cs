namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>A loop that nothing ends.</summary>
    public static readonly DiagnosticRule LoopWithoutEnd = new(
        "SCX5001", "Nothing ends this loop",
        "Nothing ends this loop, and the CPU that runs it would do nothing else; give it a condition, or leave it with break or return");

    /// <summary>A method whose variables do not fit on the stack. Of most it is known only once there is code; of <c>stackalloc</c> at once.</summary>
    public static readonly DiagnosticRule FrameTooLarge = new(
        "SCX5004", "Stack frame is larger than 512 bytes",
        "'{0}' needs more than the 512 bytes of stack that a BPF program has, for {1}; keep such data in a field, such as a PerCpu<T>");

    /// <summary>Methods that call one another and together need too much stack.</summary>
    public static readonly DiagnosticRule CallChainTooLarge = new(
        "SCX5005", "Call chain uses more than 512 bytes of stack",
        "'{0}' and what it calls need {1} bytes of stack together, and a BPF program has 512: {2}. Keep large data in a field, such as a PerCpu<T>")
    {
        IsInSource = false,
    };

    /// <summary>Functions of their own that call one another deeper than the verifier follows.</summary>
    public static readonly DiagnosticRule CallChainTooDeep = new(
        "SCX5006", "Call chain is too deep",
        "'{0}' would be the {1}th function on the stack, and the kernel allows {2}: '{3}', then {4}. Leave [NoInline] or [Global] out of one of them, or call it from further up");

    /// <summary>A divisor that is 0 at first. Said once, since it is no mistake.</summary>
    public static readonly DiagnosticRule DivisionByZero = new(
        "SCX5009", "Division by zero yields zero",
        "'{0}' is 0 at first, and may be here: in the kernel x / 0 is 0 and x % 0 is x, where .NET throws; test it if that is not what you want", Severity.Info);
}
