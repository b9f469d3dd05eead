using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

/// <summary>A <c>struct bpf_object *</c>: what is in a file, and after loading what is in the kernel.</summary>
sealed class BpfObjectHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <summary>Takes over a pointer that libbpf gave out.</summary>
    public BpfObjectHandle(nint pointer) : this() => SetHandle(pointer);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Libbpf.bpf_object__close(handle);
        return true;
    }
}
