namespace Scx;

/// <summary>Flags of a task (<c>task_struct.flags</c>): the PF_* macros of <c>include/linux/sched.h</c> that have kept their numbers from 6.12 to 7.3.</summary>
[Flags]
public enum TaskFlags : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>PF_IDLE: an idle thread.</summary>
    Idle = 0x2,

    /// <summary>PF_EXITING: is being torn down.</summary>
    Exiting = 0x4,

    /// <summary>PF_IO_WORKER: worker of io_uring.</summary>
    IoWorker = 0x10,

    /// <summary>PF_WQ_WORKER: worker of a workqueue.</summary>
    WorkqueueWorker = 0x20,

    /// <summary>PF_FORKNOEXEC: has forked and not executed a program since.</summary>
    ForkNoExec = 0x40,

    /// <summary>PF_SUPERPRIV: has used super-user rights.</summary>
    UsedPrivilege = 0x100,

    /// <summary>PF_SIGNALED: was killed by a signal.</summary>
    Signaled = 0x400,

    /// <summary>PF_NOFREEZE: is not frozen on suspend.</summary>
    NoFreeze = 0x8000,

    /// <summary>PF_KSWAPD: frees memory in the background.</summary>
    Kswapd = 0x20000,

    /// <summary>PF_KTHREAD: a kernel thread.</summary>
    KernelThread = 0x200000,

    /// <summary>PF_RANDOMIZE: has a randomized address space.</summary>
    Randomized = 0x400000,

    /// <summary>PF_NO_SETAFFINITY: user space may not choose its CPUs.</summary>
    NoSetAffinity = 0x4000000,
}
