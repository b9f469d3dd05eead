using System.Runtime.InteropServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>
/// Keeps a process's memory in RAM. A scheduler's user half needs that: a page fault would make it wait for a kernel thread that may be
/// waiting to be scheduled by it.
/// </summary>
public static class MemoryLock
{
    // MCL_* of uapi/asm-generic/mman.h.
    const int Current = 1;
    const int Future = 2;

    /// <summary>
    /// Brings everything into memory and keeps it there, what is allocated later included (<c>mlockall</c>). For a small .NET program that is
    /// some 115 MB; the address space that .NET merely reserves counts as locked (<c>VmLck</c>) but takes no memory.
    /// </summary>
    /// <exception cref="PermissionException">The process may not lock so much (RLIMIT_MEMLOCK, CAP_IPC_LOCK).</exception>
    public static void LockAll()
    {
        if (Libc.mlockall(Current | Future) != 0)
            throw new PermissionException($"memory could not be locked: {ErrorNumber.Describe(Marshal.GetLastPInvokeError())}. " +
                "Root may lock all; others as much as `ulimit -l` says");
    }
}
