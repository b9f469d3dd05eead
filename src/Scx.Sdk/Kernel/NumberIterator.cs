using Scx.Bindings;

namespace Scx;

/// <summary>Goes through a range of numbers; made by <see cref="Loop.Range"/> for <c>foreach</c>.</summary>
/// <remarks><c>struct bpf_iter_num</c>.</remarks>
[KernelIterator("bpf_iter_num", 8)]
public ref struct NumberIterator : IDisposable
{
    readonly long end;
    long current;

    internal NumberIterator(int start, int end)
    {
        // As bpf_iter_num_new (kernel/bpf/bpf_iter.c, 7.3) refuses them.
        bool refused = (long)end - start is < 0 or > Loop.MaxTurns;
        this.end = refused ? start : end;
        current = (long)start - 1;
    }

    /// <summary>The number that the loop is at.</summary>
    public readonly int Current => (int)current;

    /// <summary>The iterator itself.</summary>
    public readonly NumberIterator GetEnumerator() => this;

    /// <summary>Goes on to the next number.</summary>
    /// <returns>Whether there is one.</returns>
    /// <remarks><c>bpf_iter_num_next</c>. Callable from every callback. Since Linux 6.4.</remarks>
    [Kfunc("bpf_iter_num_next", Prototype = "s32 * (bpf_iter_num *)")]
    [KernelFunctionFlags(KernelFunctionFlags.Iterator | KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.SpinLockSafe | KernelFunctionFlags.AnyProgram)]
    public bool MoveNext() => ++current < end;

    /// <summary>Ends the loop.</summary>
    /// <remarks><c>bpf_iter_num_destroy</c>. Callable from every callback. Since Linux 6.4.</remarks>
    [Kfunc("bpf_iter_num_destroy", Prototype = "void (bpf_iter_num *)")]
    [KernelFunctionFlags(KernelFunctionFlags.Iterator | KernelFunctionFlags.SpinLockSafe | KernelFunctionFlags.AnyProgram)]
    public readonly void Dispose() { }
}
