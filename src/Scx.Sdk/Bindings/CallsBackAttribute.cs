namespace Scx.Bindings;

/// <summary>
/// Of a method that takes a callback (<see cref="KernelCallbackAttribute"/>): when the kernel calls it. Without this it does so before the call returns.
/// </summary>
/// <param name="time">When.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CallsBackAttribute(CallbackTime time) : Attribute
{
    /// <summary>When.</summary>
    public CallbackTime Time { get; } = time;
}

/// <summary>When the kernel calls a function of the scheduler's back.</summary>
public enum CallbackTime
{
    /// <summary>Some time later, where nothing may sleep.</summary>
    Later,

    /// <summary>Some time later, in a task of the kernel's, which may sleep.</summary>
    LaterInTask,
}
