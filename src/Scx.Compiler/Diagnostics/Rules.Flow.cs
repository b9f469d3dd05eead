namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>foreach over a collection of .NET's.</summary>
    public static readonly DiagnosticRule ForEachOnHeap = new(
        "SCX1023", "foreach over a collection that lives on a heap",
        "'{0}' has no enumerator that the kernel could run; foreach goes over spans, inline arrays, Loop.Range, the kernel's iterators, and structs of " +
        "your own with GetEnumerator");
}
