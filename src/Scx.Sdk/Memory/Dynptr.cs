using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// Memory whose size is known when the program runs only (<c>struct bpf_dynptr</c>): a record of a <see cref="RingBuffer"/>
/// (<see cref="RingBufferDynptr"/>), a value of a map (<see cref="DynptrView"/>), or what user space has sent (<see cref="DynptrVisitor"/>). The kernel
/// checks each access. What lies there is in no order of bytes but the processor's.
/// </summary>
/// <remarks>It lives in the frame of the method that made it: it can be an argument, but no result, and it is kept nowhere.</remarks>
[FrameState("bpf_dynptr", 16)]
public class Dynptr
{
    private protected Dynptr(ByteMemory? memory, uint start, uint size) => (Memory, Start, Length) = (memory, start, size);

    internal Dynptr(ByteMemory memory) : this(memory, 0, (uint)memory.Bytes.Length) { }

    internal ByteMemory? Memory { get; }

    private protected uint Start { get; set; }

    private protected uint Length { get; set; }

    /// <summary>Whether there is no memory behind it, as where a reservation failed. Reading and writing then fail.</summary>
    /// <remarks><c>bpf_dynptr_is_null</c>. Callable from any callback. In every supported kernel.</remarks>
    public bool IsNull
    {
        [Kfunc("bpf_dynptr_is_null", Prototype = "bool (bpf_dynptr *)")]
        [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
        get => Memory is null;
    }

    /// <summary>Whether it can only be read.</summary>
    /// <remarks><c>bpf_dynptr_is_rdonly</c>. Callable from any callback. In every supported kernel.</remarks>
    public bool IsReadOnly
    {
        [Kfunc("bpf_dynptr_is_rdonly", Prototype = "bool (bpf_dynptr *)")]
        [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
        get => false;
    }

    /// <summary>Its size in bytes; an error number as a number without a sign if it <see cref="IsNull"/>.</summary>
    /// <remarks><c>bpf_dynptr_size</c>. Callable from any callback. In every supported kernel.</remarks>
    public uint Size
    {
        [Kfunc("bpf_dynptr_size", Prototype = "u32 (bpf_dynptr *)")]
        [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
        get => Memory is null ? unchecked((uint)Errno.Invalid) : Length;
    }

    /// <summary>Copies a value out of it (<c>bpf_dynptr_read</c>).</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="offset">Where it begins, in bytes.</param>
    /// <param name="value">The copy; all 0 if it is not there.</param>
    /// <returns>0; -E2BIG if the value would end past the memory's end, -EINVAL if there is no memory.</returns>
    /// <remarks>BPF helper 201. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_dynptr_read", 201, ArgumentOrder = [2, 3, 0, 1, HelperAttribute.Zero])]
    public int Read<T>(uint offset, [WithSize] out T value) where T : unmanaged
    {
        value = default;
        return Read(offset, MemoryMarshal.AsBytes(new Span<T>(ref value)));
    }

    /// <summary>Copies bytes out of it (<c>bpf_dynptr_read</c>).</summary>
    /// <param name="offset">Where they begin.</param>
    /// <param name="bytes">Where they go, as many as it has room for; the beginning of an array, as in <c>buffer[..length]</c>.</param>
    /// <returns>0; -E2BIG if they would end past the memory's end, -EINVAL if there is no memory.</returns>
    /// <remarks>BPF helper 201. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_dynptr_read", 201, ArgumentOrder = [2, 3, 0, 1, HelperAttribute.Zero])]
    public int Read(uint offset, [WithSize] Span<byte> bytes)
    {
        int place = Place(offset, (uint)bytes.Length);
        if (place < 0) return place;
        Memory!.Bytes.Slice(place, bytes.Length).CopyTo(bytes);
        return 0;
    }

    /// <summary>Copies a value into it (<c>bpf_dynptr_write</c>).</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="offset">Where it begins, in bytes.</param>
    /// <param name="value">The value.</param>
    /// <returns>0; -E2BIG if the value would end past the memory's end, -EINVAL if there is no memory or it can only be read.</returns>
    /// <remarks>BPF helper 202. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_dynptr_write", 202, Zeros = 1)]
    public int Write<T>(uint offset, [WithSize] in T value) where T : unmanaged =>
        Write(offset, MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    /// <summary>Copies bytes into it (<c>bpf_dynptr_write</c>).</summary>
    /// <param name="offset">Where they begin.</param>
    /// <param name="bytes">The bytes; the beginning of an array, as in <c>buffer[..length]</c>.</param>
    /// <returns>0; -E2BIG if they would end past the memory's end, -EINVAL if there is no memory or it can only be read.</returns>
    /// <remarks>BPF helper 202. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_dynptr_write", 202, Zeros = 1)]
    public int Write(uint offset, [WithSize] ReadOnlySpan<byte> bytes)
    {
        int place = Place(offset, (uint)bytes.Length);
        if (place < 0) return place;
        bytes.CopyTo(Memory!.Bytes[place..]);
        return 0;
    }

    /// <summary>A value where it lies, to read and write in place (<c>bpf_dynptr_data</c>): <c>if (record.Data&lt;Header&gt;(0) is { } header) header.Value.Pid = p.Pid;</c></summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="offset">Where it begins, in bytes.</param>
    /// <returns>The value, gone with the memory (<see cref="RingBufferDynptr.Submit"/>); null if it would end past the memory's end, or that can only be read.</returns>
    /// <remarks>BPF helper 203. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_dynptr_data", 203, PassesSize = true)]
    [KernelFunctionFlags(KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.LendsFromObject)]
    public Ref<T>? Data<T>(uint offset) where T : unmanaged => Place(offset, (uint)Unsafe.SizeOf<T>()) is >= 0 and int place ? new Ref<T>(Memory!, place) : null;

    /// <summary>Another view of the same memory, which is gone with it.</summary>
    /// <returns>The view; <see cref="IsNull"/> if this is.</returns>
    /// <remarks><c>bpf_dynptr_clone</c>. Callable from any callback. In every supported kernel.</remarks>
    [Kfunc("bpf_dynptr_clone", Prototype = "s32 (bpf_dynptr *, bpf_dynptr *)")]
    [KernelFunctionFlags(KernelFunctionFlags.LendsFromObject | KernelFunctionFlags.AnyProgram)]
    public DynptrView Clone() => new(Memory, Start, Length);

    /// <summary>Copies from one to another; they may overlap.</summary>
    /// <param name="offset">Where to, in bytes.</param>
    /// <param name="from">Where from.</param>
    /// <param name="fromOffset">Where from there.</param>
    /// <param name="size">How many bytes.</param>
    /// <returns>0; -E2BIG if either ends before that, -EINVAL if there is no memory or it can only be read.</returns>
    /// <remarks><c>bpf_dynptr_copy</c>. Callable from any callback. Since Linux 6.16.</remarks>
    [Kfunc("bpf_dynptr_copy", Prototype = "s32 (bpf_dynptr *, u64, bpf_dynptr *, u64, u64)", Since = "6.16")]
    [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
    public int CopyFrom(uint offset, Dynptr from, uint fromOffset, uint size)
    {
        int place = Place(offset, size), source = from.Place(fromOffset, size);
        if (place < 0 || source < 0) return Math.Min(place, source);
        from.Memory!.Bytes.Slice(source, (int)size).CopyTo(Memory!.Bytes[place..]);
        return 0;
    }

    /// <summary>Sets bytes to one value.</summary>
    /// <param name="offset">Where they begin.</param>
    /// <param name="size">How many.</param>
    /// <param name="value">The value.</param>
    /// <returns>0; -E2BIG if they would end past the memory's end, -EINVAL if there is no memory or it can only be read.</returns>
    /// <remarks><c>bpf_dynptr_memset</c>. Callable from any callback. Since Linux 6.17.</remarks>
    [Kfunc("bpf_dynptr_memset", Prototype = "s32 (bpf_dynptr *, u64, u64, u8)", Since = "6.17")]
    [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
    public int Fill(uint offset, uint size, byte value)
    {
        int place = Place(offset, size);
        if (place < 0) return place;
        Memory!.Bytes.Slice(place, (int)size).Fill(value);
        return 0;
    }

    // As bpf_dynptr_check_off_len (kernel/bpf/helpers.c, 7.3).
    int Place(uint offset, uint size) =>
        Memory is null ? Errno.Invalid : size > Length || offset > Length - size ? Errno.TooBig : (int)(Start + offset);
}
