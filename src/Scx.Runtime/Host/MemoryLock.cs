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
    const int OnFault = 4;

    /// <summary>
    /// Locks what is in memory now (<c>mlockall</c>) and, from when it is first touched, what will be. .NET reserves far more address space
    /// than it uses, so the reserve itself is not brought in; have a program go once through its loop before it relies on this.
    /// </summary>
    /// <exception cref="PermissionException">The process may not lock so much (RLIMIT_MEMLOCK, CAP_IPC_LOCK).</exception>
    public static void LockAll()
    {
        if (Libc.mlockall(Current | Future | OnFault) != 0)
            throw new PermissionException($"memory could not be locked: {ErrorNumber.Describe(Marshal.GetLastPInvokeError())}. " +
                "Root may lock all; others as much as `ulimit -l` says");
    }
}
