using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

/// <summary>The system call <c>perf_event_open</c>, for which the C library has no function.</summary>
static unsafe class PerfEventOpen
{
    const int TypeSoftware = 1;
    const ulong CpuClock = 0;
    const ulong FrequencyFlag = 1 << 10;
    const ulong CloseOnExec = 1 << 3;

    /// <summary>The first version of <c>struct perf_event_attr</c>, which every kernel takes.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    struct Attributes
    {
        public int Type;
        public int Size;
        public ulong Config;
        public ulong Frequency;
        public ulong SampleType;
        public ulong ReadFormat;
        public ulong Flags;
    }

    /// <summary>A clock of one CPU that ticks so many times a second; negative, with the last error, if there is none.</summary>
    public static int OpenCpuClock(int cpu, uint frequency)
    {
        var attributes = new Attributes
        {
            Type = TypeSoftware,
            Size = Unsafe.SizeOf<Attributes>(),
            Config = CpuClock,
            Frequency = frequency,
            Flags = FrequencyFlag,
        };
        long number = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 298 : 241;
        return (int)Libc.syscall(number, &attributes, -1, cpu, -1, CloseOnExec);
    }
}
