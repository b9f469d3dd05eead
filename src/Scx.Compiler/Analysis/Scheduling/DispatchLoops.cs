using System.Collections.Immutable;
using System.Globalization;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;
using Scx.Compiler.Ir.Passes;

namespace Scx.Compiler.Analysis.Scheduling;

/// <summary>
/// Whether a loop of Dispatch inserts more tasks than it may ("dispatch buffer overflow"): one that counts further than that, inserts in each turn, and never
/// asks how many more may be, nor lets the kernel take over what has been inserted.
/// </summary>
public static class DispatchLoops
{
    // A batch is at most so large that counting further is no use.
    private const int MaxTurns = 1 << 14;

    /// <summary>The loops that may insert too much.</summary>
    /// <param name="module">A scheduler.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        if (module.Ops is not { } ops)
            return [];
        ulong batch = ops.Number(SchedulingRules.DispatchMaxBatch) is > 0 and var given ? given : SchedulingRules.DefaultBatch;
        var functions = module.Functions.ToDictionary(f => f.Reference);
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (var program in module.Programs.Where(p => p.Entry is null && p.Callback == SchedulingRules.Dispatch))
            diagnostics.AddRange(Overflows(functions[program.Function], batch));
        return diagnostics.ToImmutable();
    }

    private static IEnumerable<ScxDiagnostic> Overflows(Function function, ulong batch)
    {
        var graph = FlowGraph.Of(function);
        var definitions = function.Blocks.SelectMany(b => b.Instructions).Where(i => i.Result is not null).ToDictionary(i => i.Result!);
        foreach (var loop in NaturalLoop.Find(graph))
        {
            var body = graph.Order.Where(b => loop.Body.Contains(b.Reference)).ToList();
            // What a method of the scheduler's does in the loop is not looked at.
            if (body.SelectMany(b => b.Instructions).Any(i => i is Call || RoleOf(i) is SchedulingRole.CountSlots or SchedulingRole.MoveToLocal or SchedulingRole.Cancel))
                continue;
            var insert = body.Where(b => loop.Latches.All(l => graph.Dominates(b.Reference, l.Reference)))
                .SelectMany(b => b.Instructions).FirstOrDefault(i => RoleOf(i) is SchedulingRole.Insert or SchedulingRole.InsertOrdered);
            if (insert is not null && TurnCount.Of(graph, loop, definitions, MaxTurns) is { } turns && (ulong)turns - 1 > batch)
                yield return new ScxDiagnostic(Rules.DispatchOverflow, insert.Span, [(turns - 1).ToString(CultureInfo.InvariantCulture), batch.ToString(CultureInfo.InvariantCulture)]);
        }
    }

    private static SchedulingRole? RoleOf(Instruction instruction) => (instruction as CallKernel)?.Function.Scheduling?.Role;
}
