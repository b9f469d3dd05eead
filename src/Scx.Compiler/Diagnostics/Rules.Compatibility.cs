namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>A call of a function that the oldest kernel lacks, outside a test for it.</summary>
    public static readonly DiagnosticRule NewerThanMinimum = new(
        "SCX8001", "Function is newer than the oldest kernel",
        "'{0}' came with Linux {1}, and the scheduler is for {2} and later: call it inside 'if (Kernel.Has({0}))', or raise MinimumKernel");

    /// <summary>A callback that the oldest kernel lacks.</summary>
    public static readonly DiagnosticRule CallbackLeftOut = new(
        "SCX8002", "Callback is newer than the oldest kernel",
        "'{0}' came with Linux {1}; kernels before do without it, and the loader leaves it out there", Severity.Info);

    /// <summary>Kernel.Has of something else.</summary>
    public static readonly DiagnosticRule NotOfTheKernel = new(
        "SCX8003", "Only what is the kernel's can be asked for",
        "'{0}' is no function, enum value or field of the kernel's, named as it stands in the Sdk; Kernel.Has takes a method such as DsqPeek, a value such as EnqFlags.Immed, or a field as in Kernel.Has<TaskStruct>(p => p.Scx.Tid)");

    /// <summary>A version that is none.</summary>
    public static readonly DiagnosticRule MinimumKernel = new(
        "SCX8004", "Oldest kernel is not a version with sched_ext", "'{0}' is no kernel version such as '6.18', or older than 6.12, the first with sched_ext that is supported");

    /// <summary>A call of a function that newer kernels have no longer, outside a test for it.</summary>
    public static readonly DiagnosticRule GoneFromNewer = new(
        "SCX8005", "Function is gone from newer kernels",
        "'{0}' is gone from Linux {1} on, which refuses the scheduler: call it inside 'if (Kernel.Has({0}))', with another way to do it in the other branch");

    /// <summary>A base class that the oldest kernel has no table of callbacks for.</summary>
    public static readonly DiagnosticRule FormNewerThanMinimum = new(
        "SCX8008", "Form of the scheduler is newer than the oldest kernel",
        "'{0}' is of the cid form, which came with Linux {1}, and is declared to be for {2} and later; raise MinimumKernel to {1}, or derive from Scheduler");

    /// <summary>A function about CPU ids in a scheduler of the cid form.</summary>
    public static readonly DiagnosticRule CpuFormFunction = new(
        "SCX8006", "Function is not for schedulers of the cid form",
        "'{0}' is about CPU ids or cpumasks, and the kernel refuses it in a scheduler of the cid form; {1}");

    /// <summary>A field that only the cpu form may write.</summary>
    public static readonly DiagnosticRule CpuFormField = new(
        "SCX8007", "Field cannot be written in the cid form",
        "'{0}' can only be read by a scheduler of the cid form; call '{1}' to change it");

    /// <summary>A field that the oldest kernel lacks, outside a test for it.</summary>
    public static readonly DiagnosticRule FieldNewerThanMinimum = new(
        "SCX8009", "Field is newer than the oldest kernel",
        "'{0}.{1}' came with Linux {2}, and the scheduler is for {3} and later: use it inside 'if (Kernel.Has<{0}>(s => s.{1}))', or raise MinimumKernel");

    /// <summary>A field that newer kernels have no longer, outside a test for it.</summary>
    public static readonly DiagnosticRule FieldGoneFromNewer = new(
        "SCX8010", "Field is gone from newer kernels",
        "'{0}.{1}' is gone from Linux {2} on, which refuses the scheduler: use it inside 'if (Kernel.Has<{0}>(s => s.{1}))', with a way to do without in the other branch");
}
