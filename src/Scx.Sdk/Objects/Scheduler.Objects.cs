using Scx.Bindings;

namespace Scx;

public abstract partial class Scheduler
{
    /// <summary>Makes an object on the kernel's heap, all of it zero.</summary>
    /// <typeparam name="T">A sealed class of the scheduler's without a constructor.</typeparam>
    /// <returns>The object, to be disposed or handed over; null if there is no memory.</returns>
    /// <remarks><c>bpf_obj_new</c> (since 7.1), <c>bpf_obj_new_impl</c>. Callable from any callback. In every supported kernel.</remarks>
    [Kfunc("bpf_obj_new", Prototype = "void * (u64)", PassesTypeId = true, Since = "7.1")]
    [Kfunc("bpf_obj_new_impl", Prototype = "void * (u64, void *)", PassesTypeId = true)]
    [KernelFunctionFlags(KernelFunctionFlags.Acquire | KernelFunctionFlags.MayReturnNull)]
    public static T? New<T>() where T : AllocatedObject, new() => KernelScope.Current.New<T>();

    /// <summary>One more owner of an object that has a <see cref="ReferenceCount"/>.</summary>
    /// <typeparam name="T">The object's class.</typeparam>
    /// <param name="shared">The object, owned or lent.</param>
    /// <returns>The same object, to be disposed or handed over; null if it is already on its way out.</returns>
    /// <remarks><c>bpf_refcount_acquire</c> (since 7.1), <c>bpf_refcount_acquire_impl</c>. Callable from any callback, also while a spin lock is held. In every supported kernel.</remarks>
    [Kfunc("bpf_refcount_acquire", Prototype = "void * (void *)", Since = "7.1")]
    [Kfunc("bpf_refcount_acquire_impl", Prototype = "void * (void *, void *)")]
    [KernelFunctionFlags(KernelFunctionFlags.Acquire | KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.Rcu | KernelFunctionFlags.SpinLockSafe)]
    public static T? Share<T>(T shared) where T : AllocatedObject => KernelScope.Current.Share(shared);
}
