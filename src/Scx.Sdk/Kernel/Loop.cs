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
    [KernelFunctionFlags(KernelFunctionFlags.Iterator | KernelFunctionFlags.SpinLockSafe | KernelFunctionFlags.AnyProgram)]
    public static NumberIterator Range(int start, int end) => new(start, end);

    /// <summary>
    /// Makes turns that are calls of a lambda: <c>Loop.Run(1000, static turn => …)</c>. The verifier looks at one turn, not at how many there are.
    /// </summary>
    /// <param name="turns">How many turns at most, up to <see cref="MaxTurns"/>.</param>
    /// <param name="body">A turn: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <returns>The number of turns made; -E2BIG if <paramref name="turns"/> is more than <see cref="MaxTurns"/>.</returns>
    /// <remarks><c>bpf_loop</c>, BPF helper 181. Callable from every callback. In every supported kernel.</remarks>
    [Helper("bpf_loop", 181, Zeros = 2)]
    public static int Run(uint turns, LoopBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        int none = 0;
        return Run(turns, (uint turn, ref int _) => body(turn), ref none);
    }

    /// <summary>As <see cref="Run(uint, LoopBody)"/>, with something that the turns share: <c>Loop.Run(1000, static (turn, ref sum) => …, ref sum)</c>.</summary>
    /// <typeparam name="TState">Type of what the turns share.</typeparam>
    /// <param name="turns">How many turns at most, up to <see cref="MaxTurns"/>.</param>
    /// <param name="body">A turn: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <param name="state">What the turns share.</param>
    /// <returns>The number of turns made; -E2BIG if <paramref name="turns"/> is more than <see cref="MaxTurns"/>.</returns>
    /// <remarks><c>bpf_loop</c>, BPF helper 181. Callable from every callback. In every supported kernel.</remarks>
    [Helper("bpf_loop", 181, Zeros = 1)]
    public static int Run<TState>(uint turns, LoopBody<TState> body, [OnStack] ref TState state) where TState : unmanaged
    {
        ArgumentNullException.ThrowIfNull(body);
        if (turns > MaxTurns) return Errno.TooBig;
        for (uint turn = 0; turn < turns; turn++)
        {
            if (body(turn, ref state) != LoopStep.Continue) return (int)turn + 1;
        }
        return (int)turns;
    }
}
