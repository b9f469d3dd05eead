using Scx.Bindings;

namespace Scx;

/// <summary>Goes through the CPUs of a set, in rising order; made by <see cref="Cpumask.Cpus"/> for <c>foreach</c>.</summary>
/// <remarks><c>struct bpf_iter_bits</c>.</remarks>
[KernelIterator("bpf_iter_bits", 16)]
public ref struct CpuIterator : IDisposable
{
    readonly Cpumask mask;
    readonly int end;
    int current;

    internal CpuIterator(Cpumask mask, uint cpus) => (this.mask, end, current) = (mask, (int)cpus, -1);

    /// <summary>The CPU that the loop is at.</summary>
    public readonly int Current => current;

    /// <summary>The iterator itself.</summary>
    public readonly CpuIterator GetEnumerator() => this;

    /// <summary>Goes on to the next CPU.</summary>
    /// <returns>Whether there is one.</returns>
    /// <remarks><c>bpf_iter_bits_next</c>. Callable from every callback. Since Linux 6.11.</remarks>
    [Kfunc("bpf_iter_bits_next", Prototype = "s32 * (bpf_iter_bits *)")]
    [KernelFunctionFlags(KernelFunctionFlags.Iterator | KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.AnyProgram)]
    public bool MoveNext()
    {
        while (++current < end)
        {
            if (mask.Test(current)) return true;
        }
        return false;
    }

    /// <summary>Ends the loop.</summary>
    /// <remarks><c>bpf_iter_bits_destroy</c>. Callable from every callback. Since Linux 6.11.</remarks>
    [Kfunc("bpf_iter_bits_destroy", Prototype = "void (bpf_iter_bits *)")]
    [KernelFunctionFlags(KernelFunctionFlags.Iterator | KernelFunctionFlags.AnyProgram)]
    public readonly void Dispose() { }
}
