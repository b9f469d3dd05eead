namespace Scx;

public partial interface IKernel
{
    /// <summary>Answers <see cref="BpfTimer.Init"/>.</summary>
    int TimerInit<TKey, TValue>(ref ulong timer, ICallbackMap<TKey, TValue> map, TimerClock clock) where TKey : unmanaged where TValue : unmanaged;

    /// <summary>Answers <see cref="BpfTimer.SetCallback"/>.</summary>
    int TimerSetCallback<TKey, TValue>(ref ulong timer, EntryCallback<TKey, TValue> callback) where TKey : unmanaged where TValue : unmanaged;

    /// <summary>Answers <see cref="BpfTimer.Start"/>.</summary>
    int TimerStart(ref ulong timer, ulong ns, TimerFlags flags);

    /// <summary>Answers <see cref="BpfTimer.Cancel"/>.</summary>
    int TimerCancel(ref ulong timer);

    /// <summary>Answers <see cref="BpfWork.Init"/>.</summary>
    int WorkInit<TKey, TValue>(ref ulong work, ICallbackMap<TKey, TValue> map) where TKey : unmanaged where TValue : unmanaged;

    /// <summary>Answers <see cref="BpfWork.SetCallback"/>.</summary>
    int WorkSetCallback<TKey, TValue>(ref ulong work, EntryCallback<TKey, TValue> callback) where TKey : unmanaged where TValue : unmanaged;

    /// <summary>Answers <see cref="BpfWork.Start"/>.</summary>
    int WorkStart(ref ulong work);
}
