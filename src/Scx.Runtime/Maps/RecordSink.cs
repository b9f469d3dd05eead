using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Scx.Runtime;

/// <summary>Takes what libbpf finds in a ring buffer; not generic, since native code calls it.</summary>
abstract unsafe class RecordSink : IDisposable
{
    GCHandle self;

    protected RecordSink() => self = GCHandle.Alloc(this);

    /// <summary>What libbpf hands back to <see cref="Callback"/>.</summary>
    internal nint Context => GCHandle.ToIntPtr(self);

    /// <summary>What libbpf calls for each record.</summary>
    internal static delegate* unmanaged[Cdecl]<nint, byte*, nuint, int> Callback => &Read;

    /// <summary>Takes one record.</summary>
    protected abstract void Add(ReadOnlySpan<byte> record);

    /// <summary>Lets go of the context; libbpf must not use it any more.</summary>
    public void Dispose() => self.Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Read(nint context, byte* data, nuint size)
    {
        ((RecordSink)GCHandle.FromIntPtr(context).Target!).Add(new ReadOnlySpan<byte>(data, (int)size));
        return 0;
    }
}
