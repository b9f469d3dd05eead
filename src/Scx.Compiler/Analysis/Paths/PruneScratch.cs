using Scx.Compiler.Analysis.Values;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>What <see cref="PathState.Prune"/>, which runs at every place where ways meet, works with.</summary>
internal sealed class PruneScratch
{
    private int round;

    /// <summary>Memory that is not known to be reachable yet.</summary>
    public List<KeyValuePair<Symbol, Symbol>> Memory { get; } = [];

    /// <summary>Makes it ready for the next state.</summary>
    public void Begin()
    {
        round++;
        Memory.Clear();
    }

    /// <summary>Whether a symbol can still be asked for.</summary>
    public bool IsNeeded(Symbol symbol) => symbol.NeededIn == round;

    /// <summary>Whether a symbol can still be asked for, or be made again of what can.</summary>
    public bool CanBeMade(Symbol symbol) =>
        symbol is Literal || IsNeeded(symbol) || (symbol is Computed computed && CanBeMade(computed.Left) && (computed.Right is null || CanBeMade(computed.Right)));

    /// <summary>Whether a symbol is another, or made of it.</summary>
    public static bool IsMadeOf(Symbol symbol, Symbol part) => symbol == part || symbol switch
    {
        Computed computed => IsMadeOf(computed.Left, part) || (computed.Right is not null && IsMadeOf(computed.Right, part)),
        Part member => IsMadeOf(member.Whole, part) || (member.Selector is Symbol index && IsMadeOf(index, part)),
        _ => false,
    };

    /// <summary>Keeps a symbol and what it is made of.</summary>
    public void Need(Symbol symbol)
    {
        if (symbol.NeededIn == round)
            return;
        symbol.NeededIn = round;
        if (symbol is Computed computed)
        {
            Need(computed.Left);
            if (computed.Right is not null)
                Need(computed.Right);
        }
        else if (symbol is Part part)
        {
            Need(part.Whole);
            if (part.Selector is Symbol index)
                Need(index);
        }
    }
}
