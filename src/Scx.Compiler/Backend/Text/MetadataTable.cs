using System.Globalization;
using System.Text;

namespace Scx.Compiler.Backend;

/// <summary>The numbered metadata nodes of a module. Equal nodes share a number.</summary>
internal sealed class MetadataTable
{
    private readonly List<string> _nodes = [];
    private readonly Dictionary<string, string> _byText = new(StringComparer.Ordinal);

    /// <summary>The reference (<c>!7</c>) of a node with this text.</summary>
    public string Add(string text)
    {
        if (_byText.TryGetValue(text, out string? known))
            return known;
        string reference = Reserve();
        _byText.Add(text, reference);
        Define(reference, text);
        return reference;
    }

    /// <summary>A node of its own, even if another has the same text.</summary>
    public string AddDistinct(string text)
    {
        string reference = Reserve();
        Define(reference, "distinct " + text);
        return reference;
    }

    /// <summary>A reference whose node follows later, for nodes that refer to each other.</summary>
    public string Reserve()
    {
        _nodes.Add("");
        return "!" + (_nodes.Count - 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Fills a reserved reference.</summary>
    public void Define(string reference, string text) => _nodes[int.Parse(reference.AsSpan(1), CultureInfo.InvariantCulture)] = text;

    /// <summary>A tuple node.</summary>
    public string Tuple(IEnumerable<string> elements) => Add($"!{{{string.Join(", ", elements)}}}");

    /// <summary>Prints all nodes in the order of their numbers.</summary>
    public void WriteTo(StringBuilder text)
    {
        for (int i = 0; i < _nodes.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"!{i} = {_nodes[i]}\n");
    }
}
