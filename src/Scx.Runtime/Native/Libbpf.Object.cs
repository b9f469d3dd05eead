using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

static unsafe partial class Libbpf
{
    [LibraryImport(LibbpfLibrary.Name, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint bpf_object__open_file(string path, nint options);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_object__load(BpfObjectHandle scheduler);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial void bpf_object__close(nint scheduler);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial nint bpf_object__btf(BpfObjectHandle scheduler);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial nint btf__raw_data(nint btf, out uint size);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_link__destroy(nint link);

    [LibraryImport(LibbpfLibrary.Name, SetLastError = true)]
    internal static partial nint bpf_map__attach_struct_ops(nint map);
}
