using System.Runtime.InteropServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>
/// Writes records to a scheduler's user ring buffer. The scheduler sees them when it next takes records out; it is not told. Writing costs no system call.
/// For one thread at a time, and one writer a buffer.
/// </summary>
public abstract unsafe class RecordWriter : IDisposable
{
    readonly string name;
    nint buffer;

    private protected RecordWriter(BpfMap map)
    {
        name = map.Name;
        buffer = Libbpf.user_ring_buffer__new(map.Descriptor, 0);
        if (buffer == 0)
            throw new MapOperationException(name, "mapping", Marshal.GetLastPInvokeError());
    }

    /// <summary>Takes the mapping away; what was written stays.</summary>
    public void Dispose()
    {
        if (buffer != 0)
            Libbpf.user_ring_buffer__free(buffer);
        buffer = 0;
    }

    private protected bool Add(ReadOnlySpan<byte> record)
    {
        ObjectDisposedException.ThrowIf(buffer == 0, this);
        byte* place = Libbpf.user_ring_buffer__reserve(buffer, (uint)record.Length);
        if (place is null)
        {
            int error = Marshal.GetLastPInvokeError();
            return error == ErrorNumber.NoSpace ? false : throw new MapOperationException(name, "writing", error);
        }

        record.CopyTo(new Span<byte>(place, record.Length));
        Libbpf.user_ring_buffer__submit(buffer, place);
        return true;
    }
}
