namespace Scx.Bindings;

/// <summary>What the verifier has to know of a kernel function (its KF_* flags).</summary>
/// <param name="flags">The flags.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KernelFunctionFlagsAttribute(KernelFunctionFlags flags) : Attribute
{
    /// <summary>The flags.</summary>
    public KernelFunctionFlags Flags { get; } = flags;
}

/// <summary>The KF_* flags of <c>include/linux/btf.h</c>.</summary>
[Flags]
public enum KernelFunctionFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>KF_ACQUIRE: the result is owned and must be released.</summary>
    Acquire = 1 << 0,

    /// <summary>KF_RELEASE: the argument is released.</summary>
    Release = 1 << 1,

    /// <summary>KF_RET_NULL: the result may be null.</summary>
    MayReturnNull = 1 << 2,

    /// <summary>KF_SLEEPABLE: may sleep.</summary>
    Sleepable = 1 << 3,

    /// <summary>KF_RCU: takes RCU pointers as well as trusted ones.</summary>
    Rcu = 1 << 4,

    /// <summary>KF_RCU_PROTECTED: only inside an RCU section.</summary>
    RcuProtected = 1 << 5,

    /// <summary>KF_DESTRUCTIVE: needs CAP_SYS_BOOT.</summary>
    Destructive = 1 << 6,

    /// <summary>KF_ITER_NEW, KF_ITER_NEXT or KF_ITER_DESTROY.</summary>
    Iterator = 1 << 7,

    /// <summary>KF_SPINLOCK_SAFE: may be called while a spin lock is held.</summary>
    SpinLockSafe = 1 << 8,

    /// <summary>The result is lent only as long as the lock is held (what the verifier calls a non-owning reference).</summary>
    LendsUnderLock = 1 << 9,

    /// <summary>The result lies in what the object has that the method is called on, and is gone with that.</summary>
    LendsFromObject = 1 << 10,

    /// <summary>In one of the kernel's sets for all kinds of programs, and so also for kernel probes.</summary>
    AnyProgram = 1 << 11,
}
