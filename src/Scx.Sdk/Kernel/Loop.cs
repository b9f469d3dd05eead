using Scx.Bindings;

namespace Scx;

/// <summary>Loops that the verifier walks through once, whatever their number of turns.</summary>
public static class Loop
{
    /// <summary>The most turns that <see cref="Range(int, int)"/> makes (BPF_MAX_LOOPS).</summary>
    public const int MaxTurns = 8 << 20;

    /// <summary>
    /// The numbers from <paramref name="start"/> up to, but not including, <paramref name="end"/>; none if they are more than
    /// <see cref="MaxTurns"/> or if <paramref name="end"/> is less than <paramref name="start"/>.
    /// </summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">The number after the last.</param>
    /// <remarks><c>bpf_iter_num_new</c>. Callable from every callback. Since Linux 6.4.</remarks>
    [Kfunc("bpf_iter_num_new", Prototype = "s32 (bpf_iter_num *, s32, s32)")]
    [KernelFunctionFlags(KernelFunctionFlags.Iterator)]
    public static NumberIterator Range(int start, int end) => new(start, end);
}
