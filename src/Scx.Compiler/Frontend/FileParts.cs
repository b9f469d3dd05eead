using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>
/// A file cut into what declares, the parts 0, 2, 4…, and the bodies of methods between. A place in a part is the same whatever becomes of the parts before: its
/// line then counts from the start of the part, and parts lie further apart than any is long.
/// </summary>
internal sealed class FileParts
{
    private const int Apart = 1 << 14;

    private readonly string path;
    private readonly SourceText text;
    private readonly int[] starts;
    private readonly LinePosition[] places;

    /// <param name="tree">The file.</param>
    /// <param name="path">What spans are to call it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public FileParts(SyntaxTree tree, string path, CancellationToken cancellation)
    {
        (Tree, this.path) = (tree, path);
        text = tree.GetText(cancellation);
        Bodies = [.. MethodBodies.In(tree.GetRoot(cancellation))];
        starts = [0, .. Bodies.SelectMany(body => new[] { body.SpanStart, body.Span.End })];
        places = [.. starts.Select(text.Lines.GetLinePosition)];
    }

    public SyntaxTree Tree { get; }

    /// <summary>The bodies of methods; each is the part of twice its index and one.</summary>
    public IReadOnlyList<CSharpSyntaxNode> Bodies { get; }

    /// <summary>Whether every place has one of its own.</summary>
    public bool Fits => text.Lines.Count < Apart && starts.Length < int.MaxValue / Apart;

    /// <summary>The text of a method's body.</summary>
    public string Body(int index) => text.ToString(Bodies[index].Span);

    /// <summary>Whether two files declare the same.</summary>
    public bool DeclaresAs(FileParts other)
    {
        if (starts.Length != other.starts.Length)
            return false;
        for (int part = 0; part < starts.Length; part += 2)
        {
            if (Span(part).Length != other.Span(part).Length || text.ToString(Span(part)) != other.text.ToString(other.Span(part)))
                return false;
        }
        return true;
    }

    private TextSpan Span(int part) => TextSpan.FromBounds(starts[part], part + 1 < starts.Length ? starts[part + 1] : text.Length);

    /// <summary>A place by its part.</summary>
    public SourceSpan Within(SourceSpan place)
    {
        var (line, column) = Within(new LinePosition(place.Line - 1, place.Column - 1), isEnd: false);
        var (endLine, endColumn) = Within(new LinePosition(place.EndLine - 1, place.EndColumn - 1), isEnd: place.Line != place.EndLine || place.Column != place.EndColumn);
        return new SourceSpan(path, line, column, endLine, endColumn);
    }

    // The end of a part is where the next one starts.
    private (int Line, int Column) Within(LinePosition place, bool isEnd)
    {
        int part = Array.BinarySearch(places, place);
        part = part < 0 ? ~part - 1 : isEnd && part > 0 ? part - 1 : part;
        var start = places[part];
        return place.Line == start.Line
            ? (part * Apart + 1, place.Character - start.Character + 1)
            : (part * Apart + place.Line - start.Line + 1, place.Character + 1);
    }

    /// <summary>The place in this file that a place by its part is.</summary>
    public SourceSpan InFile(SourceSpan within)
    {
        var (line, column) = InFile(within.Line, within.Column);
        var (endLine, endColumn) = InFile(within.EndLine, within.EndColumn);
        return within with { Line = line, Column = column, EndLine = endLine, EndColumn = endColumn };
    }

    private (int Line, int Column) InFile(int line, int column)
    {
        var start = places[(line - 1) / Apart];
        int behind = (line - 1) % Apart;
        return behind == 0 ? (start.Line + 1, start.Character + column) : (start.Line + behind + 1, column);
    }
}
