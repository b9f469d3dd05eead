using System.Runtime.InteropServices;
using Scx.Bindings;

namespace Scx;

/// <summary>What the kernel calls back for an entry of a map.</summary>
/// <typeparam name="TKey">Type of the map's keys.</typeparam>
/// <typeparam name="TValue">Type of its values.</typeparam>
/// <param name="key">The entry's key.</param>
/// <param name="value">The entry's value.</param>
[KernelCallback("s32 (void *, void *, void *)", 1, 2)]
public delegate void EntryCallback<TKey, TValue>(in TKey key, ref TValue value) where TKey : unmanaged where TValue : unmanaged;

/// <summary>A map whose values may hold timers and work.</summary>
/// <typeparam name="TKey">Type of the keys; of an array, the index.</typeparam>
/// <typeparam name="TValue">Type of the values.</typeparam>
public interface ICallbackMap<TKey, TValue> where TKey : unmanaged where TValue : unmanaged;

/// <summary>A timer, as a field of a map's value. It calls a method of the scheduler's when it expires, on the CPU that started it.</summary>
/// <remarks><c>struct bpf_timer</c>. In values of arrays, hash tables and LRU hash tables.</remarks>
[KernelState("bpf_timer", 16, 8, Maps = [typeof(ArrayMap<>), typeof(HashMap<,>), typeof(LruHashMap<,>)])]
[StructLayout(LayoutKind.Sequential, Size = 16)]
public struct BpfTimer
{
    ulong timer;

    /// <summary>Makes the timer ready.</summary>
    /// <typeparam name="TKey">Type of the map's keys.</typeparam>
    /// <typeparam name="TValue">Type of its values.</typeparam>
    /// <param name="map">The map in whose value the timer lies.</param>
    /// <param name="callback">What it calls when it expires: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <param name="clock">By which clock it goes.</param>
    /// <returns>0, or -EBUSY if it has been made ready already, -EPERM if no program holds the map, -ENOMEM.</returns>
    /// <remarks><c>bpf_timer_init</c>, BPF helper 169, and <c>bpf_timer_set_callback</c>, 170. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_timer_init", 169)]
    [CallbackSetBy(nameof(SetCallback))]
    public int Init<TKey, TValue>(ICallbackMap<TKey, TValue> map, EntryCallback<TKey, TValue> callback, TimerClock clock = TimerClock.Monotonic)
        where TKey : unmanaged where TValue : unmanaged
    {
        int status = KernelScope.Current.TimerInit(ref timer, map, clock);
        return status == 0 ? SetCallback(callback) : status;
    }

    /// <summary>Makes the timer call something else when it expires.</summary>
    /// <typeparam name="TKey">Type of the map's keys.</typeparam>
    /// <typeparam name="TValue">Type of its values.</typeparam>
    /// <param name="callback">What it calls.</param>
    /// <returns>0, or -EINVAL if it is not ready, -EPERM if no program holds the map.</returns>
    /// <remarks><c>bpf_timer_set_callback</c>, BPF helper 170. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_timer_set_callback", 170)]
    [CallsBack(CallbackTime.Later)]
    public int SetCallback<TKey, TValue>(EntryCallback<TKey, TValue> callback) where TKey : unmanaged where TValue : unmanaged =>
        KernelScope.Current.TimerSetCallback(ref timer, callback);

    /// <summary>Starts the timer, also one that runs. It expires once; start it again in its callback to go on.</summary>
    /// <param name="ns">After how many ns it expires.</param>
    /// <param name="flags">How.</param>
    /// <returns>0, or -EINVAL if it is not ready.</returns>
    /// <remarks><c>bpf_timer_start</c>, BPF helper 171. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_timer_start", 171)]
    public int Start(ulong ns, TimerFlags flags = TimerFlags.None) => KernelScope.Current.TimerStart(ref timer, ns, flags);

    /// <summary>
    /// Stops the timer, and waits for its callback if that runs. The timer then calls nothing any more: <see cref="SetCallback"/> before it is started again.
    /// </summary>
    /// <returns>1 if it was running, 0 if not; -EINVAL if it is not ready, -EDEADLK in its own callback.</returns>
    /// <remarks><c>bpf_timer_cancel</c>, BPF helper 172. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_timer_cancel", 172)]
    public int Cancel() => KernelScope.Current.TimerCancel(ref timer);
}
