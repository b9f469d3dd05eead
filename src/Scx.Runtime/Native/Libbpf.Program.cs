using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

static unsafe partial class Libbpf
{
    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial nint bpf_object__next_program(BpfObjectHandle scheduler, nint previous);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial nint bpf_program__name(nint program);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial nint bpf_program__section_name(nint program);

    [LibraryImport(LibbpfLibrary.Name)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool bpf_program__autoload(nint program);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_program__set_autoload(nint program, [MarshalAs(UnmanagedType.U1)] bool autoload);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_program__set_log_level(nint program, uint level);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_program__set_log_buf(nint program, nint buffer, nuint size);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial nuint bpf_program__insn_cnt(nint program);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_program__fd(nint program);

    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_prog_get_info_by_fd(int descriptor, ref BpfProgramInfo info, ref uint size);

    [LibraryImport(LibbpfLibrary.Name, SetLastError = true)]
    internal static partial nint bpf_program__attach(nint program);

    [LibraryImport(LibbpfLibrary.Name, SetLastError = true)]
    internal static partial nint bpf_program__attach_perf_event(nint program, int descriptor);

    // From bpf/bpf.h.
    [LibraryImport(LibbpfLibrary.Name)]
    internal static partial int bpf_prog_test_run_opts(int descriptor, ref ProgramTestRun options);
}
