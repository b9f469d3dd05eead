namespace Scx.Compiler.Ir;

/// <summary>
/// What a call of the kernel's does to what the program holds, as far as the verifier keeps count of it. Comes with the binding
/// (<see cref="KernelFunction.Effects"/>, <see cref="Helper.Effects"/>); the defaults say that nothing happens.
/// </summary>
public sealed record CallEffects
{
    /// <summary>A call without effects on references, sections or locks.</summary>
    public static readonly CallEffects None = new();

    /// <summary>What looks like a call and is an instruction of BPF's.</summary>
    public static readonly CallEffects OfInstruction = new() { AllowedUnderLock = true };

    /// <summary>
    /// The result is owned (KF_ACQUIRE): unless it is null it has to be released exactly once on each way out of the function, or handed over
    /// (<see cref="Releases"/>).
    /// </summary>
    public bool Acquires { get; init; }

    /// <summary>
    /// Index of the argument whose ownership ends with the call, or null (KF_RELEASE; the new value of an exchange, the node that a tree takes).
    /// The argument has to be owned here, is not null unless its parameter may be, and may not be used any more afterwards.
    /// </summary>
    public int? Releases { get; init; }

    /// <summary>
    /// The result is lent only until the lock that is held is let go (the first node of a tree), and is not owned.
    /// </summary>
    public bool LendsUnderLock { get; init; }

    /// <summary>
    /// The last argument is the address of state in the caller's frame, which the call makes (bpf_ringbuf_reserve_dynptr): where it says that the result is
    /// owned or lent, that is.
    /// </summary>
    public bool FillsLast { get; init; }

    /// <summary>The result lies in what argument 0 has, and is gone with that (bpf_dynptr_data).</summary>
    public bool LendsFromFirst { get; init; }

    /// <summary>Pointers to kernel objects may be under RCU only (KF_RCU); otherwise they have to be trusted or owned.</summary>
    public bool TakesRcu { get; init; }

    /// <summary>
    /// Only inside an RCU section (KF_RCU_PROTECTED): a program that cannot sleep is in one all along, one that can has to open it.
    /// What it yields is good until the section ends.
    /// </summary>
    public bool RcuProtected { get; init; }

    /// <summary>May be called while a spin lock is held (KF_SPINLOCK_SAFE, or one of the few helpers that may).</summary>
    public bool AllowedUnderLock { get; init; }

    /// <summary>The call opens a section that has to be closed on each way out, or null. Sections nest.</summary>
    public SectionKind? Enters { get; init; }

    /// <summary>The call closes the innermost section of a kind, or null.</summary>
    public SectionKind? Leaves { get; init; }

    /// <summary>
    /// When the function is called whose address the call takes (<see cref="FunctionAddress"/>); null if before the call returns, in whatever sections are
    /// open (bpf_loop, bpf_rbtree_add), or if it takes none.
    /// </summary>
    public CallbackTime? CallsBack { get; init; }
}

/// <summary>When the kernel calls a function of the scheduler's back, with the numbers of the Sdk's enum.</summary>
public enum CallbackTime
{
    /// <summary>Some time later, where nothing may sleep (bpf_timer_set_callback).</summary>
    Later,

    /// <summary>Some time later, in a task of the kernel's, which may sleep (bpf_wq_set_callback).</summary>
    LaterInTask,
}

/// <summary>Stretches of a program that begin and end with a call.</summary>
public enum SectionKind
{
    /// <summary>An RCU read section (bpf_rcu_read_lock): pointers under RCU are good until its end. It may not sleep.</summary>
    Rcu,

    /// <summary>Preemption is off (bpf_preempt_disable). It may not sleep.</summary>
    Preemption,

    /// <summary>Interrupts are off (bpf_local_irq_save). It may not sleep.</summary>
    Interrupts,

    /// <summary>
    /// A spin lock is held (bpf_spin_lock), that which argument 0 points at; only one at a time. No calls but those with
    /// <see cref="CallEffects.AllowedUnderLock"/>, and no return.
    /// </summary>
    SpinLock,

    /// <summary>
    /// A resilient spin lock is held (bpf_res_spin_lock), that which argument 0 points at. Entering can fail: the section is open only where the
    /// result is 0. Sections end in the reverse order of their beginning.
    /// </summary>
    ResilientSpinLock,
}
