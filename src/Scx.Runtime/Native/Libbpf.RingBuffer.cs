using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

static unsafe partial class Libbpf
{
    // The callback is int (*)(void *ctx, void *data, size_t size); a negative result stops.
    [LibraryImport(LibbpfLibrary.Name, SetLastError = true)]
    internal static partial nint ring_buffer__new(int descriptor, delegate* unmanaged[Cdecl]<nint, byte*, nuint, int> read, nint context, nint options);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int ring_buffer__poll(nint buffer, int milliseconds);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int ring_buffer__consume(nint buffer);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial void ring_buffer__free(nint buffer);

    [LibraryImport(LibbpfLibrary.Name, SetLastError = true)]
    internal static partial nint user_ring_buffer__new(int descriptor, nint options);

    [LibraryImport(LibbpfLibrary.Name, SetLastError = true)]
    internal static partial byte* user_ring_buffer__reserve(nint buffer, uint size);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial void user_ring_buffer__submit(nint buffer, byte* record);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial void user_ring_buffer__free(nint buffer);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_map_get_fd_by_id(uint id);
}
