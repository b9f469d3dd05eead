using System.Runtime.InteropServices;
using Scx.Bindings;

namespace Scx;

/// <summary>Whether an object comes before another.</summary>
/// <typeparam name="T">The objects' class.</typeparam>
/// <param name="a">One object.</param>
/// <param name="b">The other.</param>
[KernelCallback("bool (bpf_rb_node *, bpf_rb_node *)", 0, 1)]
public delegate bool ObjectOrder<T>(T a, T b) where T : AllocatedObject;

/// <summary>
/// Objects in order, as a field beside the <see cref="BpfSpinLock"/> that guards it: of the same map value, the same struct, or of the scheduler if that
/// has one such lock. All that is done with it is done while the lock is held.
/// </summary>
/// <typeparam name="T">Class of the objects.</typeparam>
/// <remarks><c>struct bpf_rb_root</c>. In values of arrays, hash tables and LRU hash tables, and in fields of the scheduler.</remarks>
[KernelState("bpf_rb_root", 16, 8, LinksObjects = true, Maps = [typeof(ArrayMap<>), typeof(HashMap<,>), typeof(LruHashMap<,>)])]
[StructLayout(LayoutKind.Sequential, Size = 16)]
public struct RbTree<T> where T : TreeNode
{
    ulong tree;

    /// <summary>Puts an object into the tree, which owns it from now on; equal ones are in the order in which they came.</summary>
    /// <param name="node">The object.</param>
    /// <param name="less">Whether an object comes before another; it may call nothing.</param>
    /// <returns>0, or -EINVAL if a shared object is in a tree or list already, which gives back the ownership handed over.</returns>
    /// <remarks><c>bpf_rbtree_add</c> (since 7.1), <c>bpf_rbtree_add_impl</c>. Callable from any callback while the lock is held. In every supported kernel.</remarks>
    [Kfunc("bpf_rbtree_add", Prototype = "s32 (bpf_rb_root *, bpf_rb_node *, bool (*)(bpf_rb_node *, bpf_rb_node *))", Since = "7.1")]
    [Kfunc("bpf_rbtree_add_impl", Prototype = "s32 (bpf_rb_root *, bpf_rb_node *, bool (*)(bpf_rb_node *, bpf_rb_node *), void *, u64)")]
    [KernelFunctionFlags(KernelFunctionFlags.SpinLockSafe)]
    public int Add([HandsOver] T node, ObjectOrder<T> less) => KernelScope.Current.TreeAdd(ref tree, Ownership.Give(node), less);

    /// <summary>The first object.</summary>
    /// <returns>The object, lent as long as the lock is held; null if the tree is empty.</returns>
    /// <remarks><c>bpf_rbtree_first</c>. Callable from any callback while the lock is held. In every supported kernel.</remarks>
    [Kfunc("bpf_rbtree_first", Prototype = "bpf_rb_node * (bpf_rb_root *)")]
    [KernelFunctionFlags(KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.SpinLockSafe | KernelFunctionFlags.LendsUnderLock)]
    public T? First() => KernelScope.Current.TreeFirst<T>(tree);

    /// <summary>Takes an object out of the tree.</summary>
    /// <param name="node">The object, lent by the tree.</param>
    /// <returns>The object, to be disposed or handed over; null if it is not in the tree.</returns>
    /// <remarks><c>bpf_rbtree_remove</c>. Callable from any callback while the lock is held. In every supported kernel.</remarks>
    [Kfunc("bpf_rbtree_remove", Prototype = "bpf_rb_node * (bpf_rb_root *, bpf_rb_node *)")]
    [KernelFunctionFlags(KernelFunctionFlags.Acquire | KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.SpinLockSafe)]
    public T? Remove(T node) => Ownership.Take(KernelScope.Current.TreeRemove(ref tree, node));

    /// <summary>The object at the top, from which <see cref="Left"/> and <see cref="Right"/> lead to all others.</summary>
    /// <returns>The object, lent as long as the lock is held; null if the tree is empty.</returns>
    /// <remarks><c>bpf_rbtree_root</c>. Callable from any callback while the lock is held. Since Linux 6.16.</remarks>
    [Kfunc("bpf_rbtree_root", Prototype = "bpf_rb_node * (bpf_rb_root *)", Since = "6.16")]
    [KernelFunctionFlags(KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.SpinLockSafe | KernelFunctionFlags.LendsUnderLock)]
    public T? Root() => KernelScope.Current.TreeRoot<T>(tree);

    /// <summary>The object below another that comes before it.</summary>
    /// <param name="node">The object, lent by the tree.</param>
    /// <returns>The object, lent as long as the lock is held; null if there is none.</returns>
    /// <remarks><c>bpf_rbtree_left</c>. Callable from any callback while the lock is held. Since Linux 6.16.</remarks>
    [Kfunc("bpf_rbtree_left", Prototype = "bpf_rb_node * (bpf_rb_root *, bpf_rb_node *)", Since = "6.16")]
    [KernelFunctionFlags(KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.SpinLockSafe | KernelFunctionFlags.LendsUnderLock)]
    public T? Left(T node) => KernelScope.Current.TreeLeft(tree, node);

    /// <summary>The object below another that comes after it.</summary>
    /// <param name="node">The object, lent by the tree.</param>
    /// <returns>The object, lent as long as the lock is held; null if there is none.</returns>
    /// <remarks><c>bpf_rbtree_right</c>. Callable from any callback while the lock is held. Since Linux 6.16.</remarks>
    [Kfunc("bpf_rbtree_right", Prototype = "bpf_rb_node * (bpf_rb_root *, bpf_rb_node *)", Since = "6.16")]
    [KernelFunctionFlags(KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.SpinLockSafe | KernelFunctionFlags.LendsUnderLock)]
    public T? Right(T node) => KernelScope.Current.TreeRight(tree, node);
}
