using System.Runtime.CompilerServices;

namespace Scx.Runtime.Native;

/// <summary>A program of an open object.</summary>
sealed class BpfProgram(BpfObject owner, nint pointer)
{
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

    /// <summary>What the kernel knows about the loaded program.</summary>
    public BpfProgramInfo ReadInfo()
    {
        var info = default(BpfProgramInfo);
        uint size = (uint)Unsafe.SizeOf<BpfProgramInfo>();
        int descriptor = Libbpf.bpf_program__fd(pointer);
        return descriptor < 0 || Libbpf.bpf_prog_get_info_by_fd(descriptor, ref info, ref size) < 0 ? default : info;
    }
}
