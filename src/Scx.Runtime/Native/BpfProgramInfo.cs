using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

/// <summary><c>struct bpf_prog_info</c> of <c>uapi/linux/bpf.h</c>; the members between those that are read are left unnamed.</summary>
[StructLayout(LayoutKind.Explicit, Size = 232)]
struct BpfProgramInfo
{
    [FieldOffset(16)]
    public uint JitedLength;

    [FieldOffset(20)]
    public uint TranslatedLength;

    // Since 5.16.
    [FieldOffset(216)]
    public uint VerifiedInstructions;
}
