using System.Runtime.ExceptionServices;

namespace Scx.Compiler.Ir;

/// <summary>Work on many things that have nothing to do with each other, on all processors.</summary>
internal static class AtOnce
{
    /// <summary>Does the same for each of some things; the results are in the order of the things.</summary>
    /// <param name="things">What it is done for.</param>
    /// <param name="action">What is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InternalCompilerException">One of them has thrown it.</exception>
    public static TResult[] Each<T, TResult>(IReadOnlyList<T> things, Func<T, TResult> action, CancellationToken cancellation)
    {
        var results = new TResult[things.Count];
        try
        {
            Parallel.For(0, things.Count, new ParallelOptions { CancellationToken = cancellation }, i => results[i] = action(things[i]));
        }
        catch (AggregateException failed) when (failed.InnerExceptions.OfType<InternalCompilerException>().FirstOrDefault() is { } bug)
        {
            ExceptionDispatchInfo.Capture(bug).Throw();
        }
        return results;
    }
}
