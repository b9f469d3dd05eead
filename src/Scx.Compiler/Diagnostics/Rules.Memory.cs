namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>Use of what a lookup or a kernel function may not have found.</summary>
    public static readonly DiagnosticRule MayBeNull = new(
        "SCX2001", "Possible null map or kernel pointer", "'{0}' may be null here: {1}; test it before using it");

    /// <summary>A possibly null argument.</summary>
    public static readonly DiagnosticRule ArgumentMayBeNull = new(
        "SCX2002", "Possible null argument", "'{0}' may be null here, and '{2}' needs an object: {1}; test it before the call");

    /// <summary>Use of an argument of a callback that the kernel may leave out.</summary>
    public static readonly DiagnosticRule CallbackArgumentMayBeNull = new(
        "SCX2003", "Callback argument can be null", "'{0}' may be null here: {1}; test it before using it");

    /// <summary>A literal index past the end.</summary>
    public static readonly DiagnosticRule ConstantIndex = new(
        "SCX2012", "Constant index is out of range", "Index {0} is outside of '{1}', which has {2}");
}
