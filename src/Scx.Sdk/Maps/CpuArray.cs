using System.Collections.Concurrent;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// A value for each CPU of the machine, which every CPU reaches, with all values 0 at first. It lies among the globals, so an access costs a
/// comparison; the loader makes it as long as the machine has CPU ids.
/// </summary>
/// <typeparam name="TValue">Type of the values.</typeparam>
[GlobalArray(GlobalArrayLength.CpuIds)]
public sealed class CpuArray<[MapValue] TValue> where TValue : unmanaged
{
    readonly ConcurrentDictionary<int, Ref<TValue>> values = new();

    /// <summary>Number of CPU ids: every CPU's number is less.</summary>
    public int Length => (int)KernelScope.Current.NrCpuIds();

    /// <summary>A CPU's value.</summary>
    /// <param name="cpu">The CPU's number.</param>
    /// <exception cref="IndexOutOfRangeException">Under .NET: <paramref name="cpu"/> is not from 0 to <see cref="Length"/> - 1. In the kernel the method is left.</exception>
    public ref TValue this[int cpu]
    {
        get
        {
            if ((uint)cpu >= (uint)Length) throw new IndexOutOfRangeException();
            return ref values.GetOrAdd(cpu, _ => new Ref<TValue>(default)).Value;
        }
    }
}
