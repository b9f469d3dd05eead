using Scx.Compiler.Analysis.Values;

namespace Scx.Compiler.Analysis.Paths;

internal sealed partial class PathState
{
    /// <summary>Whether two pointers are of one kind: made by the same step of the program.</summary>
    public static bool SameOrigin(Unknown a, Unknown b) =>
        a.Origin.Maker is null || b.Origin.Maker is null
            ? a.Origin == b.Origin
            : a.Origin.Maker.Span == b.Origin.Maker.Span && a.Origin.Maker.GetType() == b.Origin.Maker.GetType() && a.Type == b.Type;

    private void MarkKept(HashSet<Symbol> used)
    {
    }

    /// <summary>Whether what this way holds (references, locks) is what the other holds.</summary>
    public bool MatchesKept(PathState general, Func<Symbol, Symbol, bool> same) => true;

    /// <summary>Takes over what both ways hold; false if it differs.</summary>
    public bool KeepBoth(PathState first, PathState second, Func<Symbol, Symbol, Symbol?> join) => true;
}
