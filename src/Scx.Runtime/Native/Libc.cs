using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

/// <summary>The C library's functions that .NET does not offer.</summary>
static unsafe partial class Libc
{
    const string Name = "libc";

    [LibraryImport(Name, SetLastError = true)]
    internal static partial int mlockall(int flags);

    [LibraryImport(Name, SetLastError = true)]
    internal static partial int sched_setscheduler(int pid, int policy, ref readonly int priority);

    [LibraryImport(Name, SetLastError = true)]
    internal static partial long syscall(long number, void* attributes, long pid, long cpu, long group, ulong flags);

    [LibraryImport(Name, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int open(string path, int flags);

    [LibraryImport(Name)]
    internal static partial int vsnprintf(byte* buffer, nuint size, byte* format, nint arguments);
}
