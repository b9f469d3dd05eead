using System.Text.RegularExpressions;

namespace Scx.Diagnostics;

/// <summary>A kind of message of the kernel, of libbpf or of sched_ext, and what it means.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Title">What is wrong, without names; no full stop.</param>
/// <param name="Message">
/// What is wrong, with <c>{subject}</c> (what is used at the place), <c>{callback}</c>, and the named groups of the pattern in braces.
/// </param>
/// <param name="Fix">What to do.</param>
/// <param name="Patterns">The words it is known by, one pattern for each form that kernels have had; what stands around them does not matter.</param>
public sealed record KernelRefusal(string Id, string Title, string Message, string Fix, params string[] Patterns)
{
    Regex[]? compiled;

    /// <summary>The diagnostics of the compiler for the same mistake.</summary>
    public IReadOnlyList<string> FoundBefore { get; init; } = [];

    /// <summary>Whether the compiler lets nothing pass that the kernel refuses so.</summary>
    public bool IsMissed { get; init; }

    /// <summary>Compares a line with the patterns.</summary>
    internal Match? Match(string line) => (compiled ??= [.. Patterns.Select(p => new Regex(p, RegexOptions.CultureInvariant))])
        .Select(pattern => pattern.Match(line)).FirstOrDefault(match => match.Success);
}
