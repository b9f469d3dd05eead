namespace Scx;

/// <summary>Clocks that a <see cref="BpfTimer"/> can go by (CLOCK_* of include/uapi/linux/time.h).</summary>
public enum TimerClock : ulong
{
    /// <summary>CLOCK_MONOTONIC: stands still while the machine is suspended.</summary>
    Monotonic = 1,

    /// <summary>CLOCK_BOOTTIME: goes on while the machine is suspended.</summary>
    BootTime = 7,
}

/// <summary>How a <see cref="BpfTimer"/> is started (BPF_F_TIMER_*).</summary>
[Flags]
public enum TimerFlags : ulong
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>BPF_F_TIMER_ABS: the time is a point of the clock, not a distance from now.</summary>
    Absolute = 1 << 0,

    /// <summary>BPF_F_TIMER_CPU_PIN: it stays on the CPU that starts it.</summary>
    PinToCpu = 1 << 1,
}
