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

    /// <summary>What a slot owned before is thrown away.</summary>
    public static readonly DiagnosticRule OldObjectDropped = new(
        "SCX3005", "Old pointer of an exchange is dropped",
        "The exchange yields what the slot owned before, which has to be released, but nothing holds it; declare a variable for it with 'using'");

    /// <summary>A record that a way out of the method leaves unfinished.</summary>
    public static readonly DiagnosticRule RecordLeft = new(
        "SCX3006", "Ring buffer record neither submitted nor discarded",
        "{0} is neither submitted nor discarded when {1}; do so on this path, or declare it with 'using', which discards it");

    /// <summary>A record that user space has got, or that was dropped.</summary>
    public static readonly DiagnosticRule RecordUsed = new(
        "SCX3007", "Ring buffer record used after it was handed over", "'{0}' has been submitted or discarded and must not be used any more; fill it before");

    /// <summary>What a record has lent outlives it.</summary>
    public static readonly DiagnosticRule RecordGone = new(
        "SCX3010", "Memory of a record used after it was handed over",
        "'{0}' lies in a record that has been submitted or discarded, and is gone with it; use it before");

    /// <summary>A dynptr that would outlive the frame it lies in.</summary>
    public static readonly DiagnosticRule FrameStateLeaves = new(
        "SCX3011", "Dynptr outlives its method",
        "'{0}' hands a dynptr back, which lies in the frame of the method that makes it; make it in the caller and hand it over as an argument");

    /// <summary>A variable that owns something gets another object.</summary>
    public static readonly DiagnosticRule OwnerOverwritten = new(
        "SCX3008", "Owning variable overwritten",
        "'{0}' still owns an object, which nothing can release once the variable holds another; dispose it before");

    /// <summary>Something is used that a tree, a list or a slot has got.</summary>
    public static readonly DiagnosticRule HandedOver = new(
        "SCX3009", "Object already given to a list, tree or slot", "'{0}' was handed over and is no longer this method's; use it before, or find it again where it is now");

    /// <summary>An RCU section without its other end.</summary>
    public static readonly DiagnosticRule RcuNotBalanced = new(
        "SCX3106", "RCU section not balanced", "{0} {1}; open it with 'using', which ends it on every path");

    /// <summary>Another section without its other end.</summary>
    public static readonly DiagnosticRule SectionNotBalanced = new(
        "SCX3107", "Preemption or interrupt section not balanced", "{0} {1}; open it with 'using', which ends it on every path");

    /// <summary>A lock that a way out of the method does not let go.</summary>
    public static readonly DiagnosticRule LockStillHeld = new(
        "SCX3101", "Lock still held here", "{0} {1}; take it with 'using', which lets it go on every path");

    /// <summary>A lock is let go that is not held.</summary>
    public static readonly DiagnosticRule NotLocked = new(
        "SCX3102", "Unlock without lock", "This lock is not held here; let it go once on each path, or take it with 'using'");

    /// <summary>Locks that are not let go in the reverse order of their taking.</summary>
    public static readonly DiagnosticRule UnlockOrder = new(
        "SCX3103", "Unlocking a different lock", "Another lock was taken after this one and is still held; let go the last one first, as nested 'using' does");

    /// <summary>A lock taken while another is held.</summary>
    public static readonly DiagnosticRule SecondLock = new(
        "SCX3104", "Second lock while one is held",
        "{0}: the kernel lets a program hold one BpfSpinLock at a time, and no lock twice; let it go first, or use ResilientSpinLock for both");

    /// <summary>A call that may not be made while a lock is held.</summary>
    public static readonly DiagnosticRule CallUnderLock = new(
        "SCX3105", "Call not allowed while a lock is held", "'{0}' may not be called while a lock is held; call it before the lock is taken or after");

    /// <summary>A tree or list touched without its lock.</summary>
    public static readonly DiagnosticRule UnguardedLinks = new(
        "SCX3108", "List or tree used without its lock", "'{0}' needs the lock that lies beside the list or tree; hold it with 'using (….EnterScope())' around the call");

    /// <summary>What a tree or list lends, used when the lock is gone.</summary>
    public static readonly DiagnosticRule LentUnderLock = new(
        "SCX3109", "Lent object used after the lock", "'{0}' was lent only as long as the lock was held; use it before the lock is let go, or take it out");
}
