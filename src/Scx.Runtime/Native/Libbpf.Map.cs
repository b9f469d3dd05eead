using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

static unsafe partial class Libbpf
{
    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial nint bpf_object__next_map(BpfObjectHandle scheduler, nint previous);

    [LibraryImport(LibbpfLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint bpf_object__find_map_by_name(BpfObjectHandle scheduler, string name);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial nint bpf_map__name(nint map);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_map__type(nint map);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial uint bpf_map__key_size(nint map);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial uint bpf_map__value_size(nint map);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_map__set_value_size(nint map, uint size);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial uint bpf_map__max_entries(nint map);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_map__set_max_entries(nint map, uint entries);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial nint bpf_map__initial_value(nint map, out nuint size);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_map__fd(nint map);

    // From bpf/bpf.h: the kernel's own operations, on a descriptor. A queue has no key, so that one is a pointer.
    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_map_lookup_elem(int descriptor, ref readonly byte key, ref byte value);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_map_update_elem(int descriptor, byte* key, ref readonly byte value, ulong flags);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_map_delete_elem(int descriptor, ref readonly byte key);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_map_lookup_and_delete_elem(int descriptor, byte* key, ref byte value);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_map_get_next_key(int descriptor, byte* key, ref byte next);
}
