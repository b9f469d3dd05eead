using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>Maps of kinds that a program which may sleep cannot use.</summary>
public static class SleepingMaps
{
    /// <summary>The first use of each such map in each program that may sleep.</summary>
    /// <param name="module">A scheduler whose programs' sleepability is known.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        if (!module.Maps.Any(m => IsRefused(m.Type, module)))
            return [];
        var graph = CallGraph.Of(module);
        var functions = module.Functions.ToDictionary(f => f.Reference);
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (var program in module.Programs.Where(p => p.Sleepable))
        {
            var uses = Reached(program.Function, graph).SelectMany(f => functions[f].Blocks).SelectMany(b => b.Instructions)
                .OfType<MapOperation>().Where(o => IsRefused(o.MapType, module)).GroupBy(o => o.Map);
            foreach (var use in uses.Select(g => g.First()))
            {
                diagnostics.Add(new ScxDiagnostic(
                    Rules.MapInSleepable, use.Span, [use.Map?.Name ?? "The map", functions[program.Function].DisplayName, Sleeper(program, graph)]));
            }
        }
        return diagnostics.ToImmutable();
    }

    private static bool IsRefused(MapType type, Module module) => type.NotInSleepable
        && (type.InSleepableSince is null || module.MinimumKernel is null || Version.Parse(module.MinimumKernel) < Version.Parse(type.InSleepableSince));

    private static string Sleeper(Program program, CallGraph graph) => graph.KernelCalls(program.Function)
        .Select(way => ((CallKernel)way[way.Length - 1]).Function).FirstOrDefault(f => f.Sleepable)?.Name ?? program.Callback;

    private static HashSet<FunctionReference> Reached(FunctionReference from, CallGraph graph)
    {
        var reached = new HashSet<FunctionReference> { from };
        var pending = new Stack<FunctionReference>([from]);
        while (pending.Count > 0)
        {
            foreach (var call in graph.Calls(pending.Pop()).OfType<Call>())
            {
                if (reached.Add(call.Function))
                    pending.Push(call.Function);
            }
        }
        return reached;
    }
}
