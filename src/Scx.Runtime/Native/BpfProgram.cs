using System.Runtime.CompilerServices;

namespace Scx.Runtime.Native;

/// <summary>A program of an open object.</summary>
sealed class BpfProgram(BpfObject owner, nint pointer)
{
    /// <summary>The section of programs that user space runs.</summary>
    public const string SyscallSection = "syscall";

    // struct bpf_func_info (insn_off, type_id) and struct bpf_line_info.
    const int FunctionInfoWords = 2;
    const int LineInfoWords = 4;

    /// <summary>The object that the program belongs to.</summary>
    public BpfObject Owner => owner;

    /// <summary>libbpf's own pointer, which is also what stands in an ops variable's memory.</summary>
    public nint Pointer => pointer;

    /// <summary>The program's name.</summary>
    public string Name { get; } = BpfObject.Text(Libbpf.bpf_program__name(pointer));

    /// <summary>The section that the program is in.</summary>
    public string Section { get; } = BpfObject.Text(Libbpf.bpf_program__section_name(pointer));

    /// <summary>Whether the program will be loaded with its object.</summary>
    public bool Autoload => Libbpf.bpf_program__autoload(pointer);

    /// <summary>Instructions of eight bytes; once loaded, with the functions that it calls.</summary>
    public int InstructionCount => (int)Libbpf.bpf_program__insn_cnt(pointer);

    /// <summary>Leaves the program out when its object is loaded.</summary>
    public void LeaveOut() => Libbpf.bpf_program__set_autoload(pointer, false);

    /// <summary>Where the verifier is to write its log and how much of it (<c>BPF_LOG_*</c> of the kernel's <c>bpf_verifier.h</c>).</summary>
    public void SetLog(nint buffer, int size, uint level)
    {
        Libbpf.bpf_program__set_log_buf(pointer, buffer, (nuint)size);
        Libbpf.bpf_program__set_log_level(pointer, level);
    }

    /// <summary>Attaches the program to what its section names. Null and the last error if the kernel declines.</summary>
    public BpfLinkHandle? Attach() => Link(Libbpf.bpf_program__attach(pointer));

    /// <summary>Attaches the program to a perf event, whose descriptor it takes over. Null and the last error if the kernel declines.</summary>
    public BpfLinkHandle? AttachPerfEvent(int descriptor) => Link(Libbpf.bpf_program__attach_perf_event(pointer, descriptor));

    /// <summary>Runs a syscall program.</summary>
    /// <param name="context">What it is handed; what it changes there comes back.</param>
    /// <param name="result">What it returned.</param>
    /// <returns>0, or an error number made negative.</returns>
    public unsafe int Run(Span<byte> context, out int result)
    {
        fixed (byte* memory = context)
        {
            var options = new ProgramTestRun
            {
                Size = (nuint)sizeof(ProgramTestRun),
                ContextIn = memory,
                ContextSizeIn = (uint)context.Length,
            };
            int error = Libbpf.bpf_prog_test_run_opts(Libbpf.bpf_program__fd(pointer), ref options);
            result = (int)options.Result;
            return error;
        }
    }

    static BpfLinkHandle? Link(nint link) => link == 0 ? null : new BpfLinkHandle(link);

    /// <summary>What the kernel knows about the loaded program.</summary>
    public BpfProgramInfo ReadInfo()
    {
        var info = default(BpfProgramInfo);
        uint size = (uint)Unsafe.SizeOf<BpfProgramInfo>();
        int descriptor = Libbpf.bpf_program__fd(pointer);
        return descriptor < 0 || Libbpf.bpf_prog_get_info_by_fd(descriptor, ref info, ref size) < 0 ? default : info;
    }

    /// <summary>Where its machine code lies and which lines it came from; empty if it is not loaded or the kernel does not tell.</summary>
    public unsafe ProgramLines ReadLines()
    {
        var counts = ReadInfo();
        var (starts, lengths) = (new ulong[counts.FunctionCount], new uint[counts.FunctionCount]);
        uint[] functions = new uint[counts.FunctionInfoCount * FunctionInfoWords];
        var (addresses, lines) = (new ulong[counts.AddressCount], new uint[counts.AddressCount * LineInfoWords]);
        var none = new ProgramLines([], [], [], [], []);
        if (counts.FunctionCount == 0 || counts.LengthCount != counts.FunctionCount || counts.LineCount != counts.AddressCount)
            return none;
        fixed (ulong* start = starts, address = addresses)
        fixed (uint* length = lengths, function = functions, line = lines)
        {
            var info = new BpfProgramInfo
            {
                FunctionCount = counts.FunctionCount, Functions = (nint)start, LengthCount = counts.LengthCount, Lengths = (nint)length,
                FunctionInfoSize = FunctionInfoWords * sizeof(uint), FunctionInfoCount = counts.FunctionInfoCount, FunctionInfos = (nint)function,
                LineSize = LineInfoWords * sizeof(uint), LineCount = counts.LineCount, Lines = (nint)line,
                AddressSize = sizeof(ulong), AddressCount = counts.AddressCount, Addresses = (nint)address,
            };
            uint size = (uint)sizeof(BpfProgramInfo);
            if (Libbpf.bpf_prog_get_info_by_fd(Libbpf.bpf_program__fd(pointer), ref info, ref size) < 0)
                return none;
        }
        return new ProgramLines(starts, lengths, [.. functions.Where((_, i) => i % FunctionInfoWords == 1)], addresses, lines);
    }
}
