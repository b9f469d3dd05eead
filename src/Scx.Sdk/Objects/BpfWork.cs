using System.Runtime.InteropServices;
using Scx.Bindings;

namespace Scx;

/// <summary>Work for later, as a field of a map's value: it calls a method of the scheduler's in a task of the kernel's, where that may sleep.</summary>
/// <remarks><c>struct bpf_wq</c>. In values of arrays, hash tables and LRU hash tables.</remarks>
[KernelState("bpf_wq", 16, 8, Maps = [typeof(ArrayMap<>), typeof(HashMap<,>), typeof(LruHashMap<,>)])]
[StructLayout(LayoutKind.Sequential, Size = 16)]
public struct BpfWork
{
    ulong work;

    /// <summary>Makes the work ready.</summary>
    /// <typeparam name="TKey">Type of the map's keys.</typeparam>
    /// <typeparam name="TValue">Type of its values.</typeparam>
    /// <param name="map">The map in whose value the work lies.</param>
    /// <param name="callback">What it calls: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <returns>0, or -EBUSY if it has been made ready already, -EPERM if no program holds the map, -ENOMEM.</returns>
    /// <remarks><c>bpf_wq_init</c>, and <c>bpf_wq_set_callback</c> (since 7.0) or <c>bpf_wq_set_callback_impl</c> (before). Callable from any callback. In every supported kernel.</remarks>
    [Kfunc("bpf_wq_init", Prototype = "s32 (bpf_wq *, void *, u32)")]
    [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
    [CallbackSetBy(nameof(SetCallback))]
    public int Init<TKey, TValue>(ICallbackMap<TKey, TValue> map, EntryCallback<TKey, TValue> callback) where TKey : unmanaged where TValue : unmanaged
    {
        int status = KernelScope.Current.WorkInit(ref work, map);
        return status == 0 ? SetCallback(callback) : status;
    }

    /// <summary>Makes the work call something else.</summary>
    /// <typeparam name="TKey">Type of the map's keys.</typeparam>
    /// <typeparam name="TValue">Type of its values.</typeparam>
    /// <param name="callback">What it calls.</param>
    /// <returns>0, or -EINVAL if it is not ready, -EPERM if no program holds the map.</returns>
    /// <remarks><c>bpf_wq_set_callback</c> (since 7.0), <c>bpf_wq_set_callback_impl</c> (before 7.0). Callable from any callback. In every supported kernel.</remarks>
    [Kfunc("bpf_wq_set_callback", Prototype = "s32 (bpf_wq *, s32 (*)(void *, s32 *, void *), u32)", Since = "7.0")]
    [Kfunc("bpf_wq_set_callback_impl", Prototype = "s32 (bpf_wq *, s32 (*)(void *, s32 *, void *), u32, void *)", Until = "7.0")]
    [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
    [CallsBack(CallbackTime.LaterInTask)]
    public int SetCallback<TKey, TValue>(EntryCallback<TKey, TValue> callback) where TKey : unmanaged where TValue : unmanaged =>
        KernelScope.Current.WorkSetCallback(ref work, callback);

    /// <summary>Has the work done soon; nothing more happens if it is already to be done.</summary>
    /// <returns>0, or -EINVAL if it is not ready.</returns>
    /// <remarks><c>bpf_wq_start</c>. Callable from any callback. In every supported kernel.</remarks>
    [Kfunc("bpf_wq_start", Prototype = "s32 (bpf_wq *, u32)")]
    [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
    public int Start() => KernelScope.Current.WorkStart(ref work);
}
