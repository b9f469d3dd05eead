namespace Scx;

/// <summary>
/// Says which kernel the functions of <see cref="Scheduler"/> reach under plain .NET. In a compiled scheduler there is only the real one.
/// The choice follows the flow of the caller (<see cref="AsyncLocal{T}"/>), so that tests may run side by side.
/// </summary>
public static class KernelScope
{
    static readonly AsyncLocal<IKernel?> Ambient = new();

    /// <summary>The kernel in scope.</summary>
    /// <exception cref="InvalidOperationException">There is none: a kernel function was called outside <see cref="Enter"/>.</exception>
    public static IKernel Current => Ambient.Value ?? throw new InvalidOperationException(
        "No kernel is in scope. Kernel functions work in a compiled scheduler, or under .NET inside KernelScope.Enter(kernel).");

    /// <summary>The CPU that calls, or 0 if no kernel is in scope: the one whose per-CPU map values are reached.</summary>
    internal static int CurrentCpu => Ambient.Value?.CurrentCpu ?? 0;

    /// <summary>Puts a kernel in scope until the result is disposed; scopes nest.</summary>
    /// <param name="kernel">The kernel.</param>
    public static IDisposable Enter(IKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var scope = new Scope(Ambient.Value);
        Ambient.Value = kernel;
        return scope;
    }

    sealed class Scope(IKernel? outer) : IDisposable
    {
        public void Dispose() => Ambient.Value = outer;
    }
}
