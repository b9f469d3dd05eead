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

    [FieldOffset(104)]
    public uint FunctionCount;

    [FieldOffset(108)]
    public uint LengthCount;

    [FieldOffset(112)]
    public nint Functions;

    [FieldOffset(120)]
    public nint Lengths;

    [FieldOffset(132)]
    public uint FunctionInfoSize;

    [FieldOffset(136)]
    public nint FunctionInfos;

    [FieldOffset(144)]
    public uint FunctionInfoCount;

    [FieldOffset(148)]
    public uint LineCount;

    [FieldOffset(152)]
    public nint Lines;

    [FieldOffset(160)]
    public nint Addresses;

    [FieldOffset(168)]
    public uint AddressCount;

    [FieldOffset(172)]
    public uint LineSize;

    [FieldOffset(176)]
    public uint AddressSize;

    // Since 5.16.
    [FieldOffset(216)]
    public uint VerifiedInstructions;
}
