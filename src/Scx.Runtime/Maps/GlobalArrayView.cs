using System.Runtime.InteropServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>An array among a scheduler's globals, in memory shared with the kernel: reading and writing it takes no system call.</summary>
/// <typeparam name="T">Type of the elements, laid out as in the scheduler.</typeparam>
public sealed class GlobalArrayView<T> where T : unmanaged
{
    readonly BpfMap map;

    internal GlobalArrayView(BpfMap map) => this.map = map;

    /// <summary>Number of elements.</summary>
    /// <exception cref="ObjectDisposedException">The scheduler is gone.</exception>
    public int Length => Elements.Length;

    /// <summary>An element. The scheduler may change it at any moment; do not keep the reference beyond the scheduler's disposal.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    /// <exception cref="ObjectDisposedException">The scheduler is gone.</exception>
    public ref T this[int index] => ref Elements[index];

    Span<T> Elements => MemoryMarshal.Cast<byte, T>(map.Memory);
}
