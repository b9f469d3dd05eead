namespace Scx.Bindings;

/// <summary>
/// Of a method that takes a callback which its own kernel function does not take: where that succeeds (returns 0), the callback is given to another
/// function, and its result is the method's.
/// </summary>
/// <param name="method">Name of the method of the same type that is bound to the other function.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CallbackSetByAttribute(string method) : Attribute
{
    /// <summary>Name of the method.</summary>
    public string Method { get; } = method;
}
