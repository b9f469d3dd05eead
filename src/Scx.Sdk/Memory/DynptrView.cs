using Scx.Bindings;

namespace Scx;

/// <summary>A <see cref="Dynptr"/> of the program's own, which can be narrowed.</summary>
[FrameState("bpf_dynptr", 16)]
public class DynptrView : Dynptr
{
    internal DynptrView(ByteMemory? memory, uint start, uint size) : base(memory, start, size) { }

    /// <summary>The memory of a value in a map (<c>bpf_dynptr_from_mem</c>).</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">What was found in the map.</param>
    /// <returns>The view.</returns>
    /// <remarks>BPF helper 197. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_dynptr_from_mem", 197, ArgumentOrder = [0, 1, HelperAttribute.Zero, 2])]
    public static DynptrView Of<T>([WithSize] Ref<T> value) where T : unmanaged
    {
        var memory = new ByteMemory.OfValue<T>(value);
        return new DynptrView(memory, 0, (uint)memory.Bytes.Length);
    }

    /// <summary>Narrows the view.</summary>
    /// <param name="start">Where it is to begin, in bytes from where it begins now.</param>
    /// <param name="end">Where it is to end, counted in the same way.</param>
    /// <returns>0; -EINVAL if it ends before it begins or there is no memory, -ERANGE if either is past its end.</returns>
    /// <remarks><c>bpf_dynptr_adjust</c>. Callable from any callback. In every supported kernel.</remarks>
    [Kfunc("bpf_dynptr_adjust", Prototype = "s32 (bpf_dynptr *, u64, u64)")]
    [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
    public int Adjust(uint start, uint end)
    {
        if (Memory is null || start > end) return Errno.Invalid;
        if (start > Length || end > Length) return Errno.Range;
        (Start, Length) = (Start + start, end - start);
        return 0;
    }
}
