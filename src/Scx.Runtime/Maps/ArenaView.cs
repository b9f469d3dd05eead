using System.Runtime.CompilerServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>
/// A scheduler's <see cref="Arena"/>, mapped into this process at the addresses that the scheduler uses: what it keeps there is read and written
/// without system calls.
/// </summary>
public sealed unsafe class ArenaView
{
    readonly BpfMap map;

    internal ArenaView(BpfMap map) => this.map = map;

    /// <summary>Size in bytes, whether allocated or not.</summary>
    public long Size => (long)map.Capacity * Arena.PageSize;

    /// <summary>
    /// What lies at an address. The scheduler may change it at any moment; do not keep the reference beyond the scheduler's disposal. A page that
    /// the scheduler has not allocated is allocated by the access.
    /// </summary>
    /// <typeparam name="T">Its type, laid out as in the scheduler.</typeparam>
    /// <param name="pointer">The address, as found in a variable, a map or the arena itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">The address is null or outside of the arena.</exception>
    /// <exception cref="ObjectDisposedException">The scheduler is gone.</exception>
    public ref T At<T>(ArenaPointer<T> pointer) where T : unmanaged
    {
        ulong start = map.ArenaStart, offset = pointer.Address - start;
        if (pointer.IsNull || offset > (ulong)Size - (ulong)Unsafe.SizeOf<T>())
            throw new ArgumentOutOfRangeException(nameof(pointer), $"0x{pointer.Address:x} is not in the arena");
        return ref Unsafe.AsRef<T>((void*)pointer.Address);
    }
}
