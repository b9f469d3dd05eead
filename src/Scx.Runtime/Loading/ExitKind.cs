namespace Scx.Runtime;

/// <summary>Why a scheduler ended (<c>enum scx_exit_kind</c>); newer kernels may have more values.</summary>
public enum ExitKind
{
    /// <summary>It has not ended (<c>SCX_EXIT_NONE</c>).</summary>
    None = 0,

    /// <summary>Ended without a cause being recorded (<c>SCX_EXIT_DONE</c>).</summary>
    Done = 1,

    /// <summary>Detached from user space (<c>SCX_EXIT_UNREG</c>).</summary>
    Unregistered = 64,

    /// <summary>The scheduler itself asked to end (<c>SCX_EXIT_UNREG_BPF</c>).</summary>
    UnregisteredByScheduler = 65,

    /// <summary>The kernel ended it without there being an error (<c>SCX_EXIT_UNREG_KERN</c>).</summary>
    UnregisteredByKernel = 66,

    /// <summary>Somebody pressed SysRq-S (<c>SCX_EXIT_SYSRQ</c>).</summary>
    SysRq = 67,

    /// <summary>The scheduler that this one is part of has ended (<c>SCX_EXIT_PARENT</c>).</summary>
    Parent = 68,

    /// <summary>The scheduler that this one is part of has ended it (<c>SCX_EXIT_PARENT_KILL</c>).</summary>
    ParentKill = 69,

    /// <summary>It broke a rule of sched_ext (<c>SCX_EXIT_ERROR</c>).</summary>
    Error = 1024,

    /// <summary>It reported an error itself (<c>SCX_EXIT_ERROR_BPF</c>).</summary>
    ErrorByScheduler = 1025,

    /// <summary>A runnable task was left waiting for too long (<c>SCX_EXIT_ERROR_STALL</c>).</summary>
    ErrorStall = 1026,
}
