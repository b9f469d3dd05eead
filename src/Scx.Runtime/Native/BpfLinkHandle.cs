using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

/// <summary>A <c>struct bpf_link *</c>: the scheduler stays attached until it is released.</summary>
sealed class BpfLinkHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <summary>Takes over a pointer that libbpf gave out.</summary>
    public BpfLinkHandle(nint pointer) : this() => SetHandle(pointer);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => Libbpf.bpf_link__destroy(handle) == 0;
}
