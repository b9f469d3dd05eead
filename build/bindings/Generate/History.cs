using Scx.Bindings.Tool.Import;

namespace Scx.Bindings.Tool.Generate;

/// <summary>Since and until which kernel something exists; null where it is as old as the oldest or as new as the newest known kernel.</summary>
/// <param name="Since">First kernel that has it.</param>
/// <param name="Until">First kernel that no longer has it.</param>
public readonly record struct Lifetime(string? Since, string? Until)
{
    /// <summary>As named arguments of an attribute, each with a comma before it.</summary>
    public string AsArguments =>
        (Since is null ? "" : $", Since = \"{Since}\"") + (Until is null ? "" : $", Until = \"{Until}\"");

    /// <summary>As words for documentation, such as <c>since 6.19</c>, or nothing.</summary>
    public string AsWords => (Since, Until) switch
    {
        (null, null) => "",
        ({ } since, null) => $"since {since}",
        (null, { } until) => $"before {until}",
        var (since, until) => $"from {since}, before {until}",
    };
}

/// <summary>All kernels of which there are data, the oldest first.</summary>
/// <param name="kernels">Their facts.</param>
/// <param name="firstSeen">First kernels of things that came between two of these.</param>
public sealed class History(IReadOnlyList<KernelFacts> kernels, IReadOnlyDictionary<string, string> firstSeen)
{
    /// <summary>The kernels.</summary>
    public IReadOnlyList<KernelFacts> Kernels => kernels;

    /// <summary>When a thing exists.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="exists">Whether a kernel has it.</param>
    /// <exception cref="InvalidDataException">No kernel has it.</exception>
    public Lifetime LifetimeOf(string name, Func<KernelFacts, bool> exists)
    {
        int[] having = [.. Enumerable.Range(0, kernels.Count).Where(i => exists(kernels[i]))];
        if (having.Length == 0) throw new InvalidDataException($"no kernel has {name}");
        string? since = having[0] == 0 ? null : firstSeen.GetValueOrDefault(name, kernels[having[0]].Kernel);
        string? until = having[^1] == kernels.Count - 1 ? null : kernels[having[^1] + 1].Kernel;
        return new Lifetime(since, until);
    }

    /// <summary>The value that a thing has in the newest kernel that has it.</summary>
    public T Newest<T>(string name, Func<KernelFacts, T?> value) where T : class =>
        kernels.Reverse().Select(value).FirstOrDefault(found => found is not null) ?? throw new InvalidDataException($"no kernel has {name}");

    /// <summary>All names of a kind in any kernel, in the order of the newest.</summary>
    public IEnumerable<string> Names(Func<KernelFacts, IEnumerable<string>> names) => kernels.Reverse().SelectMany(names).Distinct();
}
