using System.Runtime.InteropServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>A variable that lives in memory shared with the kernel: reading and writing it takes no system call.</summary>
/// <typeparam name="T">Its type, laid out as in the scheduler.</typeparam>
public sealed class GlobalVariable<T> where T : unmanaged
{
    readonly BpfMap map;
    readonly int offset;

    internal GlobalVariable(BpfMap map, int offset) => (this.map, this.offset) = (map, offset);

    /// <summary>
    /// The variable itself. The scheduler may change it at any moment, so use <see cref="Volatile"/> or <see cref="Interlocked"/> where that
    /// matters, and do not keep the reference beyond the scheduler's disposal.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The scheduler is gone.</exception>
    public ref T Value => ref MemoryMarshal.Cast<byte, T>(map.Memory[offset..])[0];
}
