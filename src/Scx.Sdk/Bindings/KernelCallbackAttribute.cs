namespace Scx.Bindings;

/// <summary>
/// Binds a delegate to a function that the kernel calls back: a method of the scheduler's or a lambda that uses nothing but the scheduler is given for
/// it. A parameter by reference is the kernel's pointer; a number is read from where the kernel's argument points if that is a pointer. A
/// method that returns nothing returns 0 to the kernel, one that returns a bool 0 or 1.
/// </summary>
/// <param name="prototype">C prototype of the function, as in <c>s32 (void *, void *, void *)</c>.</param>
/// <param name="arguments">For each parameter of the delegate, the index of the kernel's argument.</param>
[AttributeUsage(AttributeTargets.Delegate)]
public sealed class KernelCallbackAttribute(string prototype, params int[] arguments) : Attribute
{
    /// <summary>C prototype of the function.</summary>
    public string Prototype { get; } = prototype;

    /// <summary>For each parameter of the delegate, the index of the kernel's argument.</summary>
    public int[] Arguments { get; } = arguments;

    /// <summary>
    /// The kernel's first argument is a dynptr. The delegate's first parameter is a copy of what begins there; the method is not called where there is less.
    /// </summary>
    public bool CopiesDynptr { get; set; }
}
