using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Scheduling;

/// <summary>Whether the callbacks and calls of a scheduler go with its flags.</summary>
public static class OpsFlags
{
    /// <summary>What sched_ext would refuse.</summary>
    /// <param name="module">A scheduler.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        if (module.Ops is not { } ops)
            return [];
        ulong flags = ops.Number(SchedulingRules.Flags);
        var callbacks = ops.Members.OfType<CallbackMember>().ToDictionary(m => m.Name, m => m.Program.Function);
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        if ((flags & SchedulingRules.EnqLast) != 0)
        {
            if (!callbacks.TryGetValue(SchedulingRules.Enqueue, out var enqueue))
                diagnostics.Add(new ScxDiagnostic(Rules.EnqLastWithoutEnqueue, ops.Span, []));
            else if (!LooksAfterLast(module))
                diagnostics.Add(new ScxDiagnostic(Rules.LastTaskLeft, module.Functions.First(f => f.Reference == enqueue).Span, []));
        }
        if ((flags & SchedulingRules.TidToTask) == 0 && First(module, e => e.Role == SchedulingRole.FindByTid) is { } finding)
            diagnostics.Add(new ScxDiagnostic(Rules.TidsNotKept, finding.Span, [finding.Function.Name]));
        bool nodes = (flags & SchedulingRules.BuiltinIdlePerNode) != 0;
        if (callbacks.ContainsKey(SchedulingRules.UpdateIdle) && (flags & SchedulingRules.KeepBuiltinIdle) == 0)
        {
            if (First(module, e => e.Role is SchedulingRole.TrackIdle or SchedulingRole.PickIdle) is { } call)
                diagnostics.Add(new ScxDiagnostic(Rules.IdleTrackingReplaced, call.Span, [call.Function.Name]));
        }
        else if (First(module, e => e.ByNode is { } byNode && byNode != nodes) is { } call)
        {
            diagnostics.Add(new ScxDiagnostic(Rules.IdleNodes, call.Span, nodes
                ? [call.Function.Name, "works on all CPUs at once, and OpsFlags.BuiltinIdlePerNode tracks idle CPUs by node", "use its counterpart for nodes, or leave out the flag"]
                : [call.Function.Name, "needs idle CPUs to be tracked by node", "set OpsFlags.BuiltinIdlePerNode"]));
        }
        return diagnostics.ToImmutable();
    }

    /// <summary>Whether anything has a CPU ask again: a kick from wherever, an insert that preempts, or a task treated in its own way because it is the last.</summary>
    private static bool LooksAfterLast(Module module) => module.Functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions).Any(instruction =>
        instruction is CallKernel { Function.Scheduling.Role: SchedulingRole.Kick } or KernelEnumConstant { Member: SchedulingRules.Last or SchedulingRules.Preempt });

    private static (SourceSpan Span, KernelFunction Function)? First(Module module, Func<SchedulingEffect, bool> isMeant)
    {
        var graph = CallGraph.Of(module);
        var meant =
            from program in module.Programs
            from way in graph.KernelCalls(program.Function, callbacks: true)
            let function = ((CallKernel)way[way.Length - 1]).Function
            where function.Scheduling is { } effect && isMeant(effect)
            // A method of the library is not the user's to change: what counts is who calls it.
            select (way.Last(call => call == way[0] || call.Span.File == graph[program.Function].Span.File).Span, function);
        return meant.OrderBy(call => call.Span).Select(call => ((SourceSpan, KernelFunction)?)call).FirstOrDefault();
    }
}
