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

    /// <summary>A CPU that a task may not run on.</summary>
    public static readonly DiagnosticRule CpuNotAllowed = new(
        "SCX7007", "CPU may not be allowed for the task",
        "{0} may not be one that this task may run on, and sched_ext ends a scheduler that queues it there; test p.CpusPtr first, or use Dsq.Local", Severity.Warning);

    /// <summary>Numbers that a function refuses.</summary>
    public static readonly DiagnosticRule NumberRefused = new(
        "SCX7011", "Argument is one that sched_ext refuses", "sched_ext ends a scheduler that calls '{0}' with {1}; {2}");

    /// <summary>A loop that inserts more than Dispatch may.</summary>
    public static readonly DiagnosticRule DispatchOverflow = new(
        "SCX7013", "Dispatch may insert too many tasks",
        "This loop inserts {0}, and one Dispatch may insert {1}; leave it when DispatchNrSlots() is 0, or raise DispatchMaxBatch", Severity.Warning);

    /// <summary>Flags of no kernel.</summary>
    public static readonly DiagnosticRule UnknownOpsFlags = new(
        "SCX7014", "Flags that no kernel knows", "The bits {0} of Flags mean nothing to the kernel, which refuses the scheduler; use the values of OpsFlags");

    /// <summary>Idle CPUs by node, or not.</summary>
    public static readonly DiagnosticRule IdleNodes = new(
        "SCX7016", "Idle CPUs are tracked in another way", "'{0}' {1}, and sched_ext ends a scheduler that uses it otherwise; {2}");

    /// <summary>A CPU chosen for a task that the callback is not about.</summary>
    public static readonly DiagnosticRule OtherTaskPlaced = new(
        "SCX7019", "CPU is chosen for another task",
        "{0} may ask '{1}' for a CPU for the task that it is about only; sched_ext ends a scheduler that asks for another", Severity.Warning);

    /// <summary>A CPU that goes idle though it has a task.</summary>
    public static readonly DiagnosticRule LastTaskLeft = new(
        "SCX7021", "Nobody looks after the last task of a CPU",
        "OpsFlags.EnqLast has the CPU go idle once Enqueue has queued its last task, and nothing here kicks it: the task would wait for what wakes the CPU by chance; " +
        "call IdleCpu.LookAgain(p, enqFlags), or leave out the flag", Severity.Warning);

    /// <summary>Tasks looked for by numbers that are not kept.</summary>
    public static readonly DiagnosticRule TidsNotKept = new(
        "SCX7022", "Tasks cannot be found by their numbers", "'{0}' needs OpsFlags.TidToTask, and sched_ext ends a scheduler that calls it without; set the flag");
}
