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

    /// <summary>An index that no test and no computation keeps within the array.</summary>
    public static readonly DiagnosticRule IndexNotInRange = new(
        "SCX2010", "Index may be out of range", "{0} can be {1} here, but '{2}' has {3}; compare it with the length first");

    /// <summary>An index of a map that may not be in it: the method is left there.</summary>
    public static readonly DiagnosticRule MapIndexNotProven = new(
        "SCX2011", "Map index may be out of range",
        "{0} can be {1} here, but '{2}' has {3}: where it is out of range the method is left; use Find to handle that", Severity.Info);

    /// <summary>A literal index past the end.</summary>
    public static readonly DiagnosticRule ConstantIndex = new(
        "SCX2012", "Constant index is out of range", "Index {0} is outside of '{1}', which has {2}");

    /// <summary>A write to a field of the kernel's; C# refuses it too (CS0272).</summary>
    public static readonly DiagnosticRule FieldReadOnly = new(
        "SCX2020", "Field is read-only for schedulers",
        "The kernel lets {1} write {2}; keep '{0}' of your own in a map");

    /// <summary>A pointer that the kernel does not take as an argument, or does not let a program write through.</summary>
    public static readonly DiagnosticRule NotTrusted = new(
        "SCX2024", "Pointer is not trusted enough",
        "'{0}' was read from a field whose object may be gone by now; its fields can be read, but '{1}' {2}: find the object again, by its pid or id");

    /// <summary>Something protected by RCU outside of an RCU section.</summary>
    public static readonly DiagnosticRule OutsideRcu = new(
        "SCX2025", "RCU-protected pointer used outside an RCU section",
        "{0} is safe only inside an RCU section, and {1} is not in one since it may sleep; wrap it in 'using (Rcu.Read())'");

    /// <summary>A variable that holds state of the kernel's.</summary>
    public static readonly DiagnosticRule KernelStateVariable = new(
        "SCX2028", "State of the kernel's in a variable, or written over",
        "'{0}' is {1}");
}
