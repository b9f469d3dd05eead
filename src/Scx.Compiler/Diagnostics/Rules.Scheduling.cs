namespace Scx.Compiler.Diagnostics;

public static partial class Rules
{
    /// <summary>A queue that nobody creates.</summary>
    public static readonly DiagnosticRule QueueNotCreated = new(
        "SCX7001", "Queue is never created", "Nothing creates queue {0}, and sched_ext ends a scheduler that uses a queue which does not exist; create it in Init with CreateDsq");

    /// <summary>A queue that nothing is taken out of.</summary>
    public static readonly DiagnosticRule QueueNotServed = new(
        "SCX7002", "Queue is never emptied",
        "Nothing takes tasks out of queue {0}: they would never run, and the watchdog ends the scheduler; move them in Dispatch with DsqMoveToLocal", Severity.Warning);

    /// <summary>Virtual time in a built-in queue.</summary>
    public static readonly DiagnosticRule OrderedBuiltinQueue = new(
        "SCX7003", "Built-in queues are not ordered by virtual time",
        "The kernel's own queues are first-in first-out: sched_ext ends a scheduler that inserts by virtual time; use DsqInsert, or a queue of your own");

    /// <summary>Both kinds of insert on one queue.</summary>
    public static readonly DiagnosticRule QueueMixed = new(
        "SCX7004", "Queue is used in both orders",
        "Queue {0} is used first-in first-out and by virtual time: sched_ext ends the scheduler when both are in it; use two queues", Severity.Warning);

    /// <summary>Two inserts of one task.</summary>
    public static readonly DiagnosticRule InsertedTwice = new(
        "SCX7005", "Task inserted twice", "The task has been inserted on this path already, and {0} may insert it once; return after the first, or use else");

    /// <summary>Insert of a task that the callback is not about.</summary>
    public static readonly DiagnosticRule OtherTaskInserted = new(
        "SCX7006", "Another task is inserted", "{0} may insert only the task that it is about; insert others in Dispatch");

    /// <summary>An error number returned for a CPU.</summary>
    public static readonly DiagnosticRule NoCpuReturned = new(
        "SCX7008", "Result may be no CPU",
        "'{0}' yields a negative number when it finds no CPU, and sched_ext ends a scheduler whose SelectCpu returns that; return prevCpu then", Severity.Warning);

    /// <summary>The kernel's idle tracking used though it is off.</summary>
    public static readonly DiagnosticRule IdleTrackingReplaced = new(
        "SCX7009", "Built-in idle tracking is off",
        "'{0}' needs the kernel's idle tracking, which UpdateIdle replaces; set OpsFlags.KeepBuiltinIdle to have both");

    /// <summary>A flag without its callback.</summary>
    public static readonly DiagnosticRule EnqLastWithoutEnqueue = new(
        "SCX7010", "EnqLast needs Enqueue", "OpsFlags.EnqLast hands the last task of a CPU to Enqueue, which this scheduler does not have; override it, or leave out the flag");

    /// <summary>A task that is not queued.</summary>
    public static readonly DiagnosticRule TaskForgotten = new(
        "SCX7012", "Task is not queued on this path",
        "Enqueue returns here without having queued the task: it would never run again, and the watchdog ends the scheduler; insert it on this path too", Severity.Warning);

    /// <summary>A built-in queue where only the scheduler's own are possible.</summary>
    public static readonly DiagnosticRule BuiltinQueueTaken = new(
        "SCX7015", "Not possible with built-in queues", "'{0}' works on queues of the scheduler's own only; the kernel empties its own queues itself");

    /// <summary>A result that is no error number.</summary>
    public static readonly DiagnosticRule ResultNoErrno = new(
        "SCX7017", "Result is no error number", "The result is {0} here, but {1} returns 0 or a negative error number, and sched_ext ends the scheduler otherwise", Severity.Warning);

    /// <summary>A task refused while it is being forked.</summary>
    public static readonly DiagnosticRule DisallowInFork = new(
        "SCX7018", "Task refused during fork",
        "A task cannot be refused while it is being forked, and sched_ext ends a scheduler that does; test '!args.Fork' first", Severity.Warning);
}
