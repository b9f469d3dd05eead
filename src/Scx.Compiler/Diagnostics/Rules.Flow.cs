namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>foreach over a collection of .NET's.</summary>
    public static readonly DiagnosticRule ForEachOnHeap = new(
        "SCX1023", "foreach over a collection that lives on a heap",
        "'{0}' has no enumerator that the kernel could run; foreach goes over spans, inline arrays, constant tables, Loop.Range, the kernel's iterators, and structs of " +
        "your own with GetEnumerator");

    /// <summary>Spreading what has a length known at run time only.</summary>
    public static readonly DiagnosticRule SpreadLength = new(
        "SCX1027", "Length of a spread element is not known",
        "How many elements '{0}' has is known only at run time, and a frame has a fixed size; spread an inline array or a constant table, or stackalloc the " +
        "most there can be and use CopyTo");

    /// <summary>stackalloc of a size that is known at run time only.</summary>
    public static readonly DiagnosticRule StackAllocSize = new(
        "SCX1019", "stackalloc size must be constant",
        "The size of a stack frame is fixed when the scheduler is compiled; give stackalloc a constant size and use a part of it");

    /// <summary>stackalloc in a loop.</summary>
    public static readonly DiagnosticRule StackAllocInLoop = new(
        "SCX1024", "stackalloc in a loop", "Each turn of the loop would take more of the stack, which has 512 bytes; move stackalloc before the loop");

    /// <summary>A static readonly array that is not made of constants.</summary>
    public static readonly DiagnosticRule TableNotConstant = new(
        "SCX1025", "Static array is not a constant table",
        "'{0}' is part of the object file, so its elements have to be known when it is compiled; keep what only the running program knows in a map or in a field of the scheduler");

    /// <summary>A change to a constant table.</summary>
    public static readonly DiagnosticRule TableChanged = new(
        "SCX1026", "Constant table is changed",
        "'{0}' lies in memory that no one can write to once the scheduler is loaded; keep what changes in a map or in a field of the scheduler");
}
