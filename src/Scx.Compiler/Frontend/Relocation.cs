using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Gives what has been lowered other places.</summary>
internal static class Relocation
{
    public static Function Of(Function function, Func<SourceSpan, SourceSpan> place) => function with
    {
        Span = place(function.Span),
        Blocks = [.. function.Blocks.Select(block => block with
        {
            Instructions = [.. block.Instructions.Select(i => i with { Span = place(i.Span) })],
            End = block.End with { Span = place(block.End.Span) },
        })],
        Loops = [.. function.Loops.Select(loop => new LoopStatement(place(loop.Head), place(loop.Whole), place(loop.Body), [.. loop.Continues.Select(left => Of(left, place))]))],
    };

    public static Map Of(Map map, Func<SourceSpan, SourceSpan> place) => map with
    {
        Span = place(map.Span),
        Inner = map.Inner is { } inner ? Of(inner, place) : null,
        InnerMaps = [.. map.InnerMaps.Select(entry => Of(entry, place))],
    };

    public static ScxDiagnostic Of(ScxDiagnostic diagnostic, Func<SourceSpan, SourceSpan> place) => diagnostic with
    {
        Span = place(diagnostic.Span),
        Related = [.. diagnostic.Related.Select(related => related with { Span = place(related.Span) })],
    };

    private static ContinueStatement Of(ContinueStatement left, Func<SourceSpan, SourceSpan> place) =>
        new(place(left.Span), place(left.Before), [.. left.Chosen.Select(choice => (place(choice.Condition), choice.Held))]);
}
