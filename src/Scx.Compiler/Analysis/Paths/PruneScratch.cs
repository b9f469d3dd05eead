using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>Memory for <see cref="PathState.Prune"/>, which runs at every place where ways meet.</summary>
internal sealed class PruneScratch
{
    /// <summary>What can still be asked for.</summary>
    public HashSet<Symbol> Used { get; } = [];

    /// <summary>Values to drop.</summary>
    public List<Value> DeadValues { get; } = [];

    /// <summary>Symbols to drop.</summary>
    public List<Symbol> DeadSymbols { get; } = [];

    /// <summary>Memory that is not known to be reachable yet.</summary>
    public List<KeyValuePair<Symbol, Symbol>> Memory { get; } = [];

    /// <summary>Makes it ready for the next state.</summary>
    public void Clear()
    {
        Used.Clear();
        DeadValues.Clear();
        DeadSymbols.Clear();
        Memory.Clear();
    }
}
