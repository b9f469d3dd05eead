using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>
/// Writes records to a scheduler's <see cref="UserRingBuffer{TRecord}"/>. The scheduler sees them when it next takes records out; it is not told. Writing
/// costs no system call. For one thread at a time, and one writer a buffer.
/// </summary>
/// <typeparam name="T">The records' type, laid out as in the scheduler.</typeparam>
public sealed unsafe class RingBufferWriter<T> : IDisposable where T : unmanaged
{
    readonly string name;
    nint buffer;

    internal RingBufferWriter(BpfMap map)
    {
        name = map.Name;
        buffer = Libbpf.user_ring_buffer__new(map.Descriptor, 0);
        if (buffer == 0)
            throw new MapOperationException(name, "mapping", Marshal.GetLastPInvokeError());
    }

    /// <summary>Adds a record. False if there is no room until the scheduler has taken some out.</summary>
    /// <exception cref="MapOperationException">The buffer is smaller than a record.</exception>
    /// <exception cref="ObjectDisposedException">The writer has been disposed of.</exception>
    public bool TryWrite(in T record)
    {
        ObjectDisposedException.ThrowIf(buffer == 0, this);
        byte* place = Libbpf.user_ring_buffer__reserve(buffer, (uint)sizeof(T));
        if (place is null)
        {
            int error = Marshal.GetLastPInvokeError();
            return error == ErrorNumber.NoSpace ? false : throw new MapOperationException(name, "writing", error);
        }

        Unsafe.WriteUnaligned(place, record);
        Libbpf.user_ring_buffer__submit(buffer, place);
        return true;
    }

    /// <summary>Takes the mapping away; what was written stays.</summary>
    public void Dispose()
    {
        if (buffer != 0)
            Libbpf.user_ring_buffer__free(buffer);
        buffer = 0;
    }
}
