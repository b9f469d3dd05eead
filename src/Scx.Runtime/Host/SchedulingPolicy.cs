using System.Runtime.InteropServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>Puts threads under a scheduling policy.</summary>
public static class SchedulingPolicy
{
    // SCHED_EXT of uapi/linux/sched.h.
    const int Ext = 7;

    /// <summary>
    /// Puts the calling thread under <c>SCHED_EXT</c>: with <c>SCX_OPS_SWITCH_PARTIAL</c> only such threads are the attached scheduler's.
    /// </summary>
    /// <exception cref="PermissionException">The thread may not change its policy, or the scheduler does not admit it.</exception>
    public static void UseSchedExt()
    {
        int priority = 0;
        if (Libc.sched_setscheduler(0, Ext, in priority) != 0)
            throw new PermissionException($"the thread could not be put under SCHED_EXT: {ErrorNumber.Describe(Marshal.GetLastPInvokeError())}");
    }
}
