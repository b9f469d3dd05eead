using System.Collections.Immutable;
using System.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Constant texts and tables of a scheduler as globals, each once.</summary>
/// <param name="symbols">Names taken in the object.</param>
internal sealed class TextPool(HashSet<string> symbols)
{
    private readonly Dictionary<(string Bytes, IrType Element, GlobalSection Section), Global> globals = [];
    private readonly List<Global> inOrder = [];

    /// <summary>The globals, in the order of their first use.</summary>
    public IReadOnlyList<Global> Globals => inOrder;

    /// <summary>A text with a 0 at its end.</summary>
    public Global Of(string text, GlobalSection section) => Of("text", [.. Encoding.ASCII.GetBytes(text), 0], IrType.S8, section);

    /// <summary>An array that never changes.</summary>
    public Global Of(byte[] bytes, IrType element) => Of("table", bytes, element, GlobalSection.ReadOnly);

    private Global Of(string name, byte[] bytes, IrType element, GlobalSection section)
    {
        var key = (System.Convert.ToBase64String(bytes), element, section);
        if (globals.TryGetValue(key, out var known))
            return known;
        var type = new ArrayType(element, bytes.Length / TypeSize.Of(element));
        var global = new Global(Names.Unique(name, symbols), type, section, SourceSpan.None)
        {
            InitialBytes = ImmutableArray.Create(bytes),
            NeverChanges = section == GlobalSection.ReadOnly,
            IsImplicit = true,
        };
        globals.Add(key, global);
        inOrder.Add(global);
        return global;
    }
}
