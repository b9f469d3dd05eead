using Scx.Bindings;

namespace Scx;

/// <summary>
/// An object of the scheduler's own on the kernel's heap; made by <see cref="Scheduler.New"/>. A sealed class that derives from this, or from
/// <see cref="TreeNode"/> or <see cref="ListNode"/>, says by its fields what it holds: numbers, structs, slots that own others.
/// </summary>
public abstract class AllocatedObject : IDisposable, IOwned
{
    bool IOwned.IsHandedOver { get; set; }

    /// <summary>Gives the object back; it must not be used any more.</summary>
    /// <remarks><c>bpf_obj_drop</c> (since 7.1), <c>bpf_obj_drop_impl</c>. Callable from any callback. In every supported kernel.</remarks>
    [Kfunc("bpf_obj_drop", Prototype = "void (void *)", Since = "7.1")]
    [Kfunc("bpf_obj_drop_impl", Prototype = "void (void *, void *)")]
    [KernelFunctionFlags(KernelFunctionFlags.Release)]
    public void Dispose()
    {
        if (!((IOwned)this).IsHandedOver) KernelScope.Current.Release(this);
        GC.SuppressFinalize(this);
    }
}

/// <summary>An object that can be in an <see cref="RbTree{T}"/>.</summary>
/// <remarks>Begins with a <c>struct bpf_rb_node</c>.</remarks>
[KernelState("bpf_rb_node", 32, 8)]
public abstract class TreeNode : AllocatedObject;

/// <summary>An object that can be in a <see cref="ObjectList{T}"/>.</summary>
/// <remarks>Begins with a <c>struct bpf_list_node</c>.</remarks>
[KernelState("bpf_list_node", 24, 8)]
public abstract class ListNode : AllocatedObject;
