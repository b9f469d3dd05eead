namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>A method that cannot be the program that its attribute makes it.</summary>
    public static readonly DiagnosticRule ProgramSignature = new(
        "SCX4010", "Program has a wrong declaration", "'{0}' cannot be {1} as it is declared: {2}");

    /// <summary>Two programs of one name.</summary>
    public static readonly DiagnosticRule ProgramNameTwice = new(
        "SCX4011", "Two programs have the same name", "There is another program '{0}'; user space finds programs by their names, so rename one");

    /// <summary>A context that is too large to be copied.</summary>
    public static readonly DiagnosticRule ContextTooLarge = new(
        "SCX4012", "Context of a program is too large",
        "'{0}' has {1} bytes, and what is handed to a program may have {2}: it is kept on the stack; put larger data into a map or a field");
}
