using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Scx.Runtime.Native;

/// <summary>Descriptors of what storage is kept with: the kernel takes them as keys.</summary>
static class Descriptors
{
    const int ThreadFlag = 0x80;   // PIDFD_THREAD, since Linux 6.9
    const long PidfdOpen = 434;
    const int DirectoryFlags = 0x10000 | 0x80000;   // O_DIRECTORY | O_CLOEXEC

    /// <summary>A task's; null if there is none with that id.</summary>
    internal static unsafe SafeFileHandle? OfTask(int pid)
    {
        long descriptor = Libc.syscall(PidfdOpen, (void*)pid, ThreadFlag, 0, 0, 0);
        if (descriptor < 0 && Marshal.GetLastPInvokeError() == ErrorNumber.Invalid)
            descriptor = Libc.syscall(PidfdOpen, (void*)pid, 0, 0, 0, 0);
        return descriptor < 0 ? null : new SafeFileHandle((nint)descriptor, ownsHandle: true);
    }

    /// <summary>A directory's.</summary>
    internal static SafeFileHandle OfDirectory(string path)
    {
        int descriptor = Libc.open(path, DirectoryFlags);
        return descriptor < 0
            ? throw new DirectoryNotFoundException($"'{path}' cannot be opened: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}")
            : new SafeFileHandle(descriptor, ownsHandle: true);
    }
}
