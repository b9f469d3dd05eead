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

    /// <summary>Flag of Enqueue: the CPU has nothing else.</summary>
    public const string Last = "SCX_ENQ_LAST";

    /// <summary>Flag of an insert: it interrupts what runs.</summary>
    public const string Preempt = "SCX_ENQ_PREEMPT";

    /// <summary>SCX_OPS_BUILTIN_IDLE_PER_NODE.</summary>
    public const ulong BuiltinIdlePerNode = 1 << 6;

    /// <summary>SCX_OPS_TID_TO_TASK.</summary>
    public const ulong TidToTask = 1 << 8;

    /// <summary>SCX_DSQ_LOCAL_ON: set, beside the one before, in the id of a CPU's local queue; the rest is the CPU.</summary>
    public const ulong LocalOn = BuiltinQueue | 1UL << 62;

    /// <summary>SCX_DSQ_LOCAL.</summary>
    public const ulong Local = BuiltinQueue | 2;

    /// <summary>SCX_ENQ_IMMED.</summary>
    public const ulong Immed = 1UL << 33;

    /// <summary>__SCX_ENQ_INTERNAL_MASK: flags of the kernel's own.</summary>
    public const ulong InternalEnqFlags = 0xFFUL << 56;

    /// <summary>SCX_KICK_IDLE.</summary>
    public const ulong KickIdle = 1 << 0;

    /// <summary>SCX_KICK_PREEMPT and SCX_KICK_WAIT.</summary>
    public const ulong KickBusy = 1 << 1 | 1 << 2;

    /// <summary>SCX_CPUPERF_ONE: the greatest performance.</summary>
    public const ulong MostPerformance = 1024;

    /// <summary>Callback that hands tasks to a CPU.</summary>
    public const string Dispatch = "dispatch";

    /// <summary>Member of the ops table with the number of tasks that one Dispatch may insert.</summary>
    public const string DispatchMaxBatch = "dispatch_max_batch";

    /// <summary>SCX_DSP_DFL_MAX_BATCH: that number if none is given.</summary>
    public const ulong DefaultBatch = 32;

    /// <summary>SCX_DSQ_FLAG_BUILTIN: set in the ids of the kernel's own queues.</summary>
    public const ulong BuiltinQueue = 1UL << 63;

    /// <summary>The greatest error number (MAX_ERRNO).</summary>
    public const long MaxErrno = 4095;

    /// <summary>Whether a callback's result is 0 or an error number: those that may sleep and yield a number.</summary>
    public static bool YieldsErrno(Program program, IrType result) => program.MaySleep && program.Entry is null && result == IrType.S32;
}
