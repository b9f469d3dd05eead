using System.Runtime.InteropServices;
using Scx.Bindings;

namespace Scx;

/// <summary>As a field of an <see cref="AllocatedObject"/>: the object may have several owners (<see cref="Scheduler.Share"/>), and goes with the last.</summary>
/// <remarks><c>struct bpf_refcount</c>.</remarks>
[KernelState("bpf_refcount", 4, 4)]
[StructLayout(LayoutKind.Sequential, Size = 4)]
public struct ReferenceCount;
