using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Scheduling;

/// <summary>Names and numbers of sched_ext's own rules (kernel/sched/ext/ext.c, 7.3), which no binding carries.</summary>
internal static class SchedulingRules
{
    /// <summary>Callback that chooses a CPU for a task that wakes up.</summary>
    public const string SelectCpu = "select_cpu";

    /// <summary>Callback that queues a task.</summary>
    public const string Enqueue = "enqueue";

    /// <summary>Callback that takes over the tracking of idle CPUs.</summary>
    public const string UpdateIdle = "update_idle";

    /// <summary>Callback that takes in a task.</summary>
    public const string InitTask = "init_task";

    /// <summary>Member of the ops table with the SCX_OPS_* flags.</summary>
    public const string Flags = "flags";

    /// <summary>Field of a task that refuses it.</summary>
    public const string Disallow = "disallow";

    /// <summary>Field of what InitTask is given: the task is being forked.</summary>
    public const string Fork = "fork";

    /// <summary>SCX_OPS_KEEP_BUILTIN_IDLE.</summary>
    public const ulong KeepBuiltinIdle = 1 << 0;

    /// <summary>SCX_OPS_ENQ_LAST.</summary>
    public const ulong EnqLast = 1 << 1;

    /// <summary>SCX_DSQ_FLAG_BUILTIN: set in the ids of the kernel's own queues.</summary>
    public const ulong BuiltinQueue = 1UL << 63;

    /// <summary>The greatest error number (MAX_ERRNO).</summary>
    public const long MaxErrno = 4095;

    /// <summary>Whether a callback's result is 0 or an error number: those that may sleep and yield a number.</summary>
    public static bool YieldsErrno(Program program, IrType result) => program.MaySleep && program.Entry is null && result == IrType.S32;
}
