using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

/// <summary>libbpf's functions, one file for each kind of thing they are about. Names and arguments are those of <c>bpf/libbpf.h</c>.</summary>
static unsafe partial class Libbpf
{
    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial uint libbpf_major_version();

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial uint libbpf_minor_version();

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int libbpf_num_possible_cpus();

    // The callback is int (*)(enum libbpf_print_level, const char *format, va_list).
    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial nint libbpf_set_print(delegate* unmanaged[Cdecl]<int, byte*, nint, int> print);
}
