namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>A class with the attribute but not the base class.</summary>
    public static readonly DiagnosticRule NotAScheduler = new(
        "SCX0010", "Scheduler does not derive from Scheduler", "'{0}' has [SchedExtOps] but does not derive from Scx.Scheduler, whose members are the callbacks");

    /// <summary>A scheduler that would be made without its callbacks.</summary>
    public static readonly DiagnosticRule SchedulerAsPrograms = new(
        "SCX0017", "Scheduler is declared as programs without callbacks",
        "'{0}' derives from Scx.Scheduler, and [BpfObject] makes an object without callbacks: use [SchedExtOps], or derive from nothing and call 'Scheduler.Now()' and the like by that name");

    /// <summary>A class of programs that has none.</summary>
    public static readonly DiagnosticRule NoPrograms = new(
        "SCX0018", "Class of programs has no program",
        "The kernel would call nothing in '{0}': make a method a program with [TracepointBtf], [FunctionEntry], [KernelProbe], [PerfEvent], [SyscallProgram] or another of their kind");

    /// <summary>A bad name.</summary>
    public static readonly DiagnosticRule SchedulerName = new(
        "SCX0011", "Scheduler name is not valid",
        "'{0}' cannot be the name of a scheduler: the kernel takes 1 to 127 letters, digits, '_', '.' and '-', not '.' and '..' alone");

    /// <summary>Two schedulers of one name.</summary>
    public static readonly DiagnosticRule SchedulerNameTwice = new(
        "SCX0012", "Two schedulers have the same name", "Another scheduler of this project is named '{0}' too; their objects would overwrite each other");

    /// <summary>A watchdog time that the kernel refuses.</summary>
    public static readonly DiagnosticRule TimeoutTooLong = new(
        "SCX0013", "Watchdog time is too long", "TimeoutMs is {0}; the kernel takes at most 30000");

    /// <summary>An abstract or generic scheduler.</summary>
    public static readonly DiagnosticRule OpenScheduler = new(
        "SCX0014", "Scheduler cannot be abstract or generic", "'{0}' is {1}; a scheduler is one concrete class");

    /// <summary>A licence that the kernel would not lend its functions to.</summary>
    public static readonly DiagnosticRule LicenseNotCompatible = new(
        "SCX0015", "Licence is not compatible with the GPL",
        "'{0}' is no licence that the kernel takes for GPL-compatible, and sched_ext is for such programs only; it knows {1}");

    /// <summary>A constructor of the scheduler.</summary>
    public static readonly DiagnosticRule Constructor = new(
        "SCX1022", "Scheduler has a constructor",
        "A constructor or finalizer of '{0}' never runs in the kernel; give the fields constant initial values, or set them in {1}");

    /// <summary>A tunable that the loader could not set.</summary>
    public static readonly DiagnosticRule TunableField = new(
        "SCX6010", "Tunable must be a readonly integer, bool or enum",
        "'{0}' is {1}; a [Tunable] is a readonly field of an integer type, bool or an enum, fixed when the scheduler is loaded");

    /// <summary>A statistic that is no counter.</summary>
    public static readonly DiagnosticRule StatField = new(
        "SCX6012", "Stat must be a counter",
        "'{0}' cannot be shown as a statistic; a [Stat] is an integer, or a PerCpu, or an ArrayMap or PerCpuArray with one entry, of an integer or a struct of integers");

    /// <summary>Two options of one name.</summary>
    public static readonly DiagnosticRule TunableTwice = new(
        "SCX6013", "Two tunables make the same option", "'{0}' and '{1}' both become the option --{2}; rename one of them");

    /// <summary>A number of the ops table that the kernel refuses.</summary>
    public static readonly DiagnosticRule BatchTooLarge = new(
        "SCX0016", "Dispatch batch is too large", "DispatchMaxBatch is {0}; the kernel takes at most 2147483647");

    /// <summary>A map whose size is not known.</summary>
    public static readonly DiagnosticRule MapSize = new(
        "SCX6002", "Map size is not one that the kernel takes", "The {1} of '{0}' must be a constant from {2} to {3}");

    /// <summary>A size that is no power of two.</summary>
    public static readonly DiagnosticRule MapSizePowerOfTwo = new(
        "SCX6003", "Map size must be a power of two", "The {1} of '{0}' is {2}; the kernel takes powers of two from {3} on only");

    /// <summary>Keys that the kind of map does not take.</summary>
    public static readonly DiagnosticRule MapKey = new(
        "SCX6006", "Key type does not suit the kind of map", "A key of '{0}' is a '{1}'; the kernel takes a struct of at most {2} bytes that begins with {3}");

    /// <summary>A map of maps whose maps are not made in its declaration.</summary>
    public static readonly DiagnosticRule MapTemplate = new(
        "SCX6007", "Maps in a map must be made by a lambda", "What the maps in '{0}' are like stands in the object file: write it as '() => new(…)'");

    /// <summary>A map that programs which may sleep cannot use.</summary>
    public static readonly DiagnosticRule MapInSleepable = new(
        "SCX6014", "Map cannot be used where the scheduler may sleep",
        "'{0}' is of a kind that the kernel does not let programs use which may sleep, and {1} may: it calls '{2}'; use the map in another callback, or a hash table");

    /// <summary>A pointer into an arena, and no arena.</summary>
    public static readonly DiagnosticRule NoArena = new(
        "SCX6008", "Scheduler has no arena", "'{0}' follows a pointer into its arena and has none; declare 'readonly Arena arena = new(pages)'");

    /// <summary>More than one arena.</summary>
    public static readonly DiagnosticRule ArenaTwice = new(
        "SCX6009", "Scheduler has two arenas", "'{0}' is a second arena; the kernel lets a program have one, so keep everything in '{1}'");

    /// <summary>Values that are too large for the kind of map.</summary>
    public static readonly DiagnosticRule MapValueSize = new(
        "SCX6005", "Map value is too large", "A value of '{0}' has {1} bytes; the kernel takes at most {2} in a map of this kind");

    /// <summary>A value that holds what its kind of map cannot.</summary>
    public static readonly DiagnosticRule StateInMap = new(
        "SCX6004", "Kind of map cannot hold this state of the kernel's",
        "The values of '{0}' hold a '{2}', which the kernel does not allow in a '{1}'; maps that can hold one are {3}");

    /// <summary>A map that is no readonly field of the scheduler.</summary>
    public static readonly DiagnosticRule MapField = new(
        "SCX6001", "Map must be a readonly field that is made in its declaration",
        "'{0}' is part of the object file: declare it as 'readonly {1} {0} = new({2})'");

    /// <summary>A map that is filled where it is declared.</summary>
    public static readonly DiagnosticRule MapContents = new(
        "SCX6018", "What is in a map at first cannot be said in its declaration",
        "The loader makes '{0}' with nothing in it, the values of arrays and per-CPU variables with zeros; set in {1} what it is to begin with");

    /// <summary>A key or value type that cannot lie in a map.</summary>
    public static readonly DiagnosticRule MapElement = new(
        "SCX6011", "Type cannot be stored in a map or a global", "'{0}' cannot be stored in '{1}': {2}");

    /// <summary>Two locks in one value, or a tree or list without one.</summary>
    public static readonly DiagnosticRule LockBeside = new(
        "SCX6015", "A value has one lock, beside what it guards", "'{0}' {1}");

    /// <summary>A tree or list of objects that nothing makes.</summary>
    public static readonly DiagnosticRule NeverMade = new(
        "SCX6016", "Nothing makes the objects of a tree or list",
        "'{0}' would stay empty: nothing makes a '{1}', and the kernel does not know the struct; make one with New<{1}>(), or remove the field");

    /// <summary>A slot that owns an object, in an array, where the index is no constant.</summary>
    public static readonly DiagnosticRule VariableSlot = new(
        "SCX6017", "Slot that owns an object is reached by a variable index",
        "{0} is {1}, and the kernel wants to know which slot this is: keep the slots in the values of an ArrayMap, one in each, or take them one by one");
}
