namespace Scx;

public partial interface IKernel
{
    /// <summary>Answers the property <c>Value</c> of slots such as <see cref="TaskKptr"/>.</summary>
    /// <param name="slot">What the slot holds: a number of this kernel's own, 0 in an empty one.</param>
    object? KptrValue(ulong slot);

    /// <summary>Answers <c>Exchange</c> of slots such as <see cref="TaskKptr"/>.</summary>
    /// <param name="slot">What the slot holds: a number of this kernel's own, 0 in an empty one.</param>
    /// <param name="value">What the slot is to own.</param>
    /// <returns>What it owned.</returns>
    object? KptrExchange(ref ulong slot, object? value);

    /// <summary>Answers <see cref="Scheduler.New"/>.</summary>
    T? New<T>() where T : AllocatedObject, new();

    /// <summary>Answers <see cref="Scheduler.Share"/>.</summary>
    T? Share<T>(T shared) where T : AllocatedObject;

    /// <summary>Answers <see cref="AllocatedObject.Dispose"/>.</summary>
    void Release(AllocatedObject released);

    /// <summary>Answers <see cref="RbTree{T}.Add"/>.</summary>
    int TreeAdd<T>(ref ulong tree, T node, ObjectOrder<T> less) where T : TreeNode;

    /// <summary>Answers <see cref="RbTree{T}.First"/>.</summary>
    T? TreeFirst<T>(ulong tree) where T : TreeNode;

    /// <summary>Answers <see cref="RbTree{T}.Remove"/>.</summary>
    T? TreeRemove<T>(ref ulong tree, T node) where T : TreeNode;

    /// <summary>Answers <see cref="RbTree{T}.Root"/>.</summary>
    T? TreeRoot<T>(ulong tree) where T : TreeNode;

    /// <summary>Answers <see cref="RbTree{T}.Left"/>.</summary>
    T? TreeLeft<T>(ulong tree, T node) where T : TreeNode;

    /// <summary>Answers <see cref="RbTree{T}.Right"/>.</summary>
    T? TreeRight<T>(ulong tree, T node) where T : TreeNode;

    /// <summary>Answers <see cref="ObjectList{T}.PushFront"/> and <see cref="ObjectList{T}.PushBack"/>.</summary>
    int ListPush<T>(ref ulong list, T node, bool front) where T : ListNode;

    /// <summary>Answers <see cref="ObjectList{T}.PopFront"/> and <see cref="ObjectList{T}.PopBack"/>.</summary>
    T? ListPop<T>(ref ulong list, bool front) where T : ListNode;

    /// <summary>Answers <see cref="ObjectList{T}.Front"/> and <see cref="ObjectList{T}.Back"/>.</summary>
    T? ListEnd<T>(ulong list, bool front) where T : ListNode;
}
