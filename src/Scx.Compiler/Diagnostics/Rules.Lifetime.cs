namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>Something owned that a way out of the method does not release.</summary>
    public static readonly DiagnosticRule ReferenceLeaked = new(
        "SCX3001", "Reference not released on this path",
        "{0} is still owned when {1}; dispose it on this path, or declare it with 'using'");

    /// <summary>Something that has been released is used.</summary>
    public static readonly DiagnosticRule UsedAfterRelease = new(
        "SCX3002", "Used after release", "'{0}' has been released and must not be used any more; release it after its last use");

    /// <summary>Something is released that has been released.</summary>
    public static readonly DiagnosticRule ReleasedTwice = new(
        "SCX3003", "Released twice or not owned", "'{0}' has been released already; release it once on each path");

    /// <summary>Something acquired is thrown away.</summary>
    public static readonly DiagnosticRule ReferenceDropped = new(
        "SCX3004", "Acquired reference is dropped",
        "What '{0}' yields is owned and has to be released, but nothing holds it; declare a variable for it with 'using'");

    /// <summary>A variable that owns something gets another object.</summary>
    public static readonly DiagnosticRule OwnerOverwritten = new(
        "SCX3008", "Owning variable overwritten",
        "'{0}' still owns an object, which nothing can release once the variable holds another; dispose it before");

    /// <summary>An RCU section without its other end.</summary>
    public static readonly DiagnosticRule RcuNotBalanced = new(
        "SCX3106", "RCU section not balanced", "{0} {1}; open it with 'using', which ends it on every path");

    /// <summary>Another section without its other end.</summary>
    public static readonly DiagnosticRule SectionNotBalanced = new(
        "SCX3107", "Preemption or interrupt section not balanced", "{0} {1}; open it with 'using', which ends it on every path");
}
