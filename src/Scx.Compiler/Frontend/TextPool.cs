using System.Collections.Immutable;
using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Constant texts of a scheduler as globals, each once.</summary>
/// <param name="symbols">Names taken in the object.</param>
internal sealed class TextPool(HashSet<string> symbols)
{
    private readonly Dictionary<(string Text, GlobalSection Section), Global> globals = [];
    private readonly List<Global> inOrder = [];

    /// <summary>The globals, in the order of their first use.</summary>
    public IReadOnlyList<Global> Globals => inOrder;

    /// <summary>A text with a 0 at its end.</summary>
    public Global Of(string text, GlobalSection section)
    {
        if (globals.TryGetValue((text, section), out var known))
            return known;
        byte[] bytes = [.. Encoding.ASCII.GetBytes(text), 0];
        var global = new Global(Names.Unique("text", symbols), new ArrayType(IrType.S8, bytes.Length), section, SourceSpan.None)
        {
            InitialBytes = ImmutableArray.Create(bytes),
        };
        globals.Add((text, section), global);
        inOrder.Add(global);
        return global;
    }
}
