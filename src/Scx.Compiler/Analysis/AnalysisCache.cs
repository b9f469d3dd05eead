using System.Runtime.CompilerServices;
using Scx.Compiler.Analysis.Paths;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// What the ways through programs have shown, kept from one analysis for the next ones: while a method is typed in, the programs that do not reach it are not
/// walked again. May be used by several threads.
/// </summary>
public sealed class AnalysisCache
{
    // Beyond this nearly all of it is of texts that are no more.
    private const int Capacity = 512;

    private readonly object gate = new();
    private readonly Dictionary<string, ProgramPaths> kept = new(StringComparer.Ordinal);

    /// <summary>How many programs have been found in the cache, and so were not walked.</summary>
    public int Hits { get; private set; }

    /// <summary>How many programs were walked that have more ways than the analysis follows.</summary>
    public int Unfinished { get; private set; }

    /// <summary>What came of functions in the passes.</summary>
    internal ConditionalWeakTable<Function, Function> Simplified { get; } = new();

    /// <summary>What is to be known of functions for their fingerprints.</summary>
    internal ConditionalWeakTable<Function, string> Texts { get; } = new();

    /// <summary>What the walk needs of functions.</summary>
    internal ConditionalWeakTable<Function, MethodPaths> Methods { get; } = new();

    internal ProgramPaths? Find(string fingerprint)
    {
        lock (gate)
        {
            if (!kept.TryGetValue(fingerprint, out var found))
                return null;
            Hits++;
            return found;
        }
    }

    internal void Keep(string fingerprint, ProgramPaths paths)
    {
        lock (gate)
        {
            if (kept.Count >= Capacity)
                kept.Clear();
            kept[fingerprint] = paths;
            if (!paths.Complete)
                Unfinished++;
        }
    }
}
