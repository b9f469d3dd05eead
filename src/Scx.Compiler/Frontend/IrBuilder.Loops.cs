using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>
/// Every loop is closed by <see cref="MayGoto"/>, one for each place that turns begin at. Where the verifier sees the loop's end by itself a pass takes it
/// out again.
/// </content>
internal sealed partial class IrBuilder
{
    private readonly Dictionary<(int Header, FinallyRun? Run), BlockReference> loops = [];
    private readonly List<(BlockReference End, BlockReference Next, BlockReference Exhausted, SourceSpan Span)> openLoops = [];

    /// <summary>The block that a turn of a loop ends with.</summary>
    private BlockReference NextTurn(BasicBlock header, FinallyRun? run)
    {
        run = RunOf(header, run);
        if (!loops.TryGetValue((header.Ordinal, run), out var end))
        {
            end = builder.NewBlock("turn");
            loops.Add((header.Ordinal, run), end);
            openLoops.Add((end, BlockFor(header, run), WayOut(header.EnclosingRegion, run), LoopSpan(header)));
        }
        return end;
    }

    /// <summary>The loop's keyword if it has one, else the place of the jump back.</summary>
    private SourceSpan LoopSpan(BasicBlock header)
    {
        var syntax = (header.Operations.FirstOrDefault() ?? header.BranchValue)?.Syntax;
        var loop = syntax?.AncestorsAndSelf().FirstOrDefault(s => s is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax);
        return loop is null ? builder.Span : Spans.Of(loop.GetFirstToken());
    }

    /// <summary>Ends the scheduler, saying which loop did not come to an end: what the method would have done is not done.</summary>
    private void ReportCut(SourceSpan span)
    {
        if (context.Error is not { } error)
            return;
        string file = new([.. Path.GetFileName(span.File).Select(c => c is > ' ' and < '\x7f' and not '%' ? c : '_')]);
        string text = FormattableString.Invariant($"{file}:{span.Line}: this loop did not come to an end");
        builder.Add(new CallKernel(error, [TextAddress(text, GlobalSection.Data), NoNumbers(), builder.Constant(IrType.U32, 8)]) { ReportsLoop = true });
    }

    private void CloseLoops()
    {
        foreach (var (end, next, exhausted, span) in openLoops)
        {
            builder.Begin(end);
            builder.Span = span;
            var cut = builder.NewBlock("cut");
            builder.End(new MayGoto(new Edge(next), new Edge(cut)));
            builder.Begin(cut);
            ReportCut(span);
            builder.Jump(exhausted);
        }
        loops.Clear();
        openLoops.Clear();
    }
}
