using System.Runtime.InteropServices;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// Objects in a row, as a field beside the <see cref="BpfSpinLock"/> that guards it: of the same map value, the same struct, or of the scheduler if that has
/// one such lock. All that is done with it is done while the lock is held.
/// </summary>
/// <typeparam name="T">Class of the objects.</typeparam>
/// <remarks><c>struct bpf_list_head</c>. In values of arrays, hash tables and LRU hash tables, and in fields of the scheduler.</remarks>
[KernelState("bpf_list_head", 16, 8, LinksObjects = true, Maps = [typeof(ArrayMap<>), typeof(HashMap<,>), typeof(LruHashMap<,>)])]
[StructLayout(LayoutKind.Sequential, Size = 16)]
public struct ObjectList<T> where T : ListNode
{
    ulong list;

    /// <summary>Puts an object at the front; the list owns it from now on.</summary>
    /// <param name="node">The object.</param>
    /// <returns>0, or -EINVAL if a shared object is in a tree or list already, which gives back the ownership handed over.</returns>
    /// <remarks><c>bpf_list_push_front</c> (since 7.1), <c>bpf_list_push_front_impl</c>. Callable from any callback while the lock is held. In every supported kernel.</remarks>
    [Kfunc("bpf_list_push_front", Prototype = "s32 (bpf_list_head *, bpf_list_node *)", Since = "7.1")]
    [Kfunc("bpf_list_push_front_impl", Prototype = "s32 (bpf_list_head *, bpf_list_node *, void *, u64)")]
    [KernelFunctionFlags(KernelFunctionFlags.SpinLockSafe)]
    public int PushFront([HandsOver] T node) => KernelScope.Current.ListPush(ref list, Ownership.Give(node), front: true);

    /// <summary>Puts an object at the back; the list owns it from now on.</summary>
    /// <param name="node">The object.</param>
    /// <returns>0, or -EINVAL if a shared object is in a tree or list already, which gives back the ownership handed over.</returns>
    /// <remarks><c>bpf_list_push_back</c> (since 7.1), <c>bpf_list_push_back_impl</c>. Callable from any callback while the lock is held. In every supported kernel.</remarks>
    [Kfunc("bpf_list_push_back", Prototype = "s32 (bpf_list_head *, bpf_list_node *)", Since = "7.1")]
    [Kfunc("bpf_list_push_back_impl", Prototype = "s32 (bpf_list_head *, bpf_list_node *, void *, u64)")]
    [KernelFunctionFlags(KernelFunctionFlags.SpinLockSafe)]
    public int PushBack([HandsOver] T node) => KernelScope.Current.ListPush(ref list, Ownership.Give(node), front: false);

    /// <summary>Takes the first object.</summary>
    /// <returns>The object, to be disposed or handed over; null if the list is empty.</returns>
    /// <remarks><c>bpf_list_pop_front</c>. Callable from any callback while the lock is held. In every supported kernel.</remarks>
    [Kfunc("bpf_list_pop_front", Prototype = "bpf_list_node * (bpf_list_head *)")]
    [KernelFunctionFlags(KernelFunctionFlags.Acquire | KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.SpinLockSafe)]
    public T? PopFront() => Ownership.Take(KernelScope.Current.ListPop<T>(ref list, front: true));

    /// <summary>Takes the last object.</summary>
    /// <returns>The object, to be disposed or handed over; null if the list is empty.</returns>
    /// <remarks><c>bpf_list_pop_back</c>. Callable from any callback while the lock is held. In every supported kernel.</remarks>
    [Kfunc("bpf_list_pop_back", Prototype = "bpf_list_node * (bpf_list_head *)")]
    [KernelFunctionFlags(KernelFunctionFlags.Acquire | KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.SpinLockSafe)]
    public T? PopBack() => Ownership.Take(KernelScope.Current.ListPop<T>(ref list, front: false));

    /// <summary>The first object.</summary>
    /// <returns>The object, lent as long as the lock is held; null if the list is empty.</returns>
    /// <remarks><c>bpf_list_front</c>. Callable from any callback while the lock is held. Since Linux 6.16.</remarks>
    [Kfunc("bpf_list_front", Prototype = "bpf_list_node * (bpf_list_head *)", Since = "6.16")]
    [KernelFunctionFlags(KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.SpinLockSafe | KernelFunctionFlags.LendsUnderLock)]
    public T? Front() => KernelScope.Current.ListEnd<T>(list, front: true);

    /// <summary>The last object.</summary>
    /// <returns>The object, lent as long as the lock is held; null if the list is empty.</returns>
    /// <remarks><c>bpf_list_back</c>. Callable from any callback while the lock is held. Since Linux 6.16.</remarks>
    [Kfunc("bpf_list_back", Prototype = "bpf_list_node * (bpf_list_head *)", Since = "6.16")]
    [KernelFunctionFlags(KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.SpinLockSafe | KernelFunctionFlags.LendsUnderLock)]
    public T? Back() => KernelScope.Current.ListEnd<T>(list, front: false);
}
