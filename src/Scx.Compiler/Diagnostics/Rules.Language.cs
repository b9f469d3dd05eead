namespace Scx.Compiler.Diagnostics;

/// <summary>Every diagnostic rule, by category.</summary>
public static partial class Rules
{
    /// <summary>A construct that the compiler does not know.</summary>
    public static readonly DiagnosticRule Unsupported = new(
        "SCX1000", "Construct is not supported", "{0} cannot be compiled for the kernel yet") { IsInSource = false };

    /// <summary><c>new</c> of a class, an array.</summary>
    public static readonly DiagnosticRule HeapObject = new(
        "SCX1001", "Object would live on a heap",
        "'new {0}' needs a heap and a garbage collector, which the kernel does not have; use a struct, or keep the data in a map");

    /// <summary>Boxing.</summary>
    public static readonly DiagnosticRule Boxed = new(
        "SCX1002", "Value would be boxed",
        "Using '{0}' as '{1}' would put it on a heap, which the kernel does not have; use a generic parameter constrained to the interface");

    /// <summary>Delegates.</summary>
    public static readonly DiagnosticRule Delegate = new(
        "SCX1003", "Delegates and stored lambdas do not exist in BPF",
        "BPF cannot call through a delegate; call a method of the scheduler by its name");

    /// <summary>Strings other than literals.</summary>
    public static readonly DiagnosticRule StringBuilt = new(
        "SCX1004", "Strings can only be literals", "{0} would build a string on a heap, which the kernel does not have; give it to Printk, or keep text in an inline array of bytes");

    /// <summary>Exceptions.</summary>
    public static readonly DiagnosticRule Exception = new(
        "SCX1005", "Exceptions do not exist in BPF",
        "{0} needs exceptions, which BPF does not have; return an error number, or leave the method early");

    /// <summary>A switch expression with a hole.</summary>
    public static readonly DiagnosticRule SwitchHole = new(
        "SCX1006", "Switch expression does not cover every value",
        "A value that no arm covers would throw, which BPF cannot do; add an arm '_ => …'");

    /// <summary>Virtual calls.</summary>
    public static readonly DiagnosticRule VirtualCall = new(
        "SCX1007", "Virtual or interface call cannot be resolved at compile time",
        "Which '{0}' is meant would be known only at run time; {1}");

    /// <summary>float, double, decimal.</summary>
    public static readonly DiagnosticRule FloatingPoint = new(
        "SCX1008", "Floating point is not available",
        "'{0}' needs floating point, which kernel code may not use; compute with integers in a fixed unit, such as nanoseconds or 1/1024ths");

    /// <summary>Recursion.</summary>
    public static readonly DiagnosticRule Recursion = new(
        "SCX1009", "Method calls itself",
        "'{0}' calls itself ({1}); the verifier refuses recursion, since the stack has 512 bytes: use a loop with a limit");

    /// <summary>A method without a BPF implementation.</summary>
    public static readonly DiagnosticRule UnknownApi = new(
        "SCX1010", "Library method has no BPF implementation",
        "'{0}' is compiled code of .NET and does not exist in the kernel; call a member of Scheduler, such as Printk or Now, or write the method in this project");

    /// <summary>A managed type.</summary>
    public static readonly DiagnosticRule ManagedType = new(
        "SCX1011", "Managed type cannot be used here", "'{0}' is a managed type, which the kernel does not have; {1}");

    /// <summary>lock.</summary>
    public static readonly DiagnosticRule LockStatement = new(
        "SCX1012", "lock on an object", "A lock on an object needs .NET's monitor, which the kernel does not have; use a BpfSpinLock, with 'using (gate.EnterScope())'");

    /// <summary>A field initialised by code.</summary>
    public static readonly DiagnosticRule InitialValue = new(
        "SCX1014", "Field must have a constant initial value",
        "'{0}' is part of the object file, so its initial value must be known when it is compiled; set it in {1}, or make it a [Tunable] and let the loader set it");

    /// <summary>Iterators and async methods.</summary>
    public static readonly DiagnosticRule StateMachine = new(
        "SCX1015", "Iterator and async methods are not supported",
        "{0} needs a state machine on a heap, which the kernel does not have");

    /// <summary>Reflection.</summary>
    public static readonly DiagnosticRule Reflection = new(
        "SCX1016", "Reflection is not available", "{0} needs type information at run time, which BPF does not have");

    /// <summary>Int128.</summary>
    public static readonly DiagnosticRule Int128 = new(
        "SCX1017", "128-bit integers are not available", "'{0}' is wider than a BPF register; use ulong or long");

    /// <summary>A generic method that needs itself for ever larger types.</summary>
    public static readonly DiagnosticRule EndlessInstantiation = new(
        "SCX1018", "Generic instantiation never ends",
        "'{0}' is compiled once for each type that it is used with, and it uses itself with ever larger ones; make the type the same in each call");

    /// <summary>checked.</summary>
    public static readonly DiagnosticRule Checked = new(
        "SCX1020", "Overflow checking would throw",
        "An overflow here would throw, which BPF cannot do; leave 'checked' out and test the operands where they may overflow");

    /// <summary>A static field.</summary>
    public static readonly DiagnosticRule StaticField = new(
        "SCX1021", "Static field is not part of a scheduler",
        "'{0}' is static; what a scheduler keeps are its instance fields, which the kernel and user space share: declare it there without 'static'");

    /// <summary>A struct of .NET's or of a compiled library.</summary>
    public static readonly DiagnosticRule LibraryType = new(
        "SCX1030", "Struct of a compiled library",
        "'{0}' comes compiled, so its members do not exist in the kernel; use integers (times are ulong nanoseconds), or a struct of this project");

    /// <summary>fixed int buffer[4].</summary>
    public static readonly DiagnosticRule FixedBuffer = new(
        "SCX1031", "Fixed buffers need pointers",
        "'{0}' is a fixed buffer, which only pointers reach; use a field whose type is a struct with [InlineArray(n)]");

    /// <summary>A comparison that .NET makes by reflection or with a boxed value.</summary>
    public static readonly DiagnosticRule NoEquality = new(
        "SCX1032", "Values of this type cannot be compared",
        "'{0}' has no Equals that runs in the kernel; implement IEquatable<{0}>, or give it an operator ==");

    /// <summary>Interlocked on 8 or 16 bits, or on a reference.</summary>
    public static readonly DiagnosticRule NarrowAtomic = new(
        "SCX1033", "Atomic operation on this type is not supported",
        "'{0}' needs an atomic instruction of a width that BPF does not have; use an int, uint, long or ulong");

    /// <summary>Interlocked.And or Or on a reference that turns out to lead into the arena.</summary>
    public static readonly DiagnosticRule AtomicInArena = new(
        "SCX1035", "Atomic operation on the arena by a reference",
        "'{0}' is handed a reference into the arena, where processors have no such instruction; hand on the ArenaPointer, and name its Value or element here");

    /// <summary>Ordering values of a type that has no order.</summary>
    public static readonly DiagnosticRule NoOrder = new(
        "SCX1036", "Values of this type cannot be ordered",
        "'{0}' has no CompareTo that runs in the kernel, so .NET could not order such values either; implement IComparable<{0}>");

    /// <summary>Unsafe.As, Unsafe.BitCast or MemoryMarshal.Cast to a type that the memory may not hold.</summary>
    public static readonly DiagnosticRule NotSeenAs = new(
        "SCX1037", "Memory cannot be seen as this type",
        "'{0}' would take a '{1}' for a '{2}', which is larger or must lie at a rounder address; copy it with MemoryMarshal.Read, which takes bytes from anywhere");
}
