using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>Finds methods that call themselves, directly or through others: the verifier refuses any cycle of calls.</summary>
public static class Recursion
{
    /// <summary>One diagnostic for each group of methods that reach each other, at the first of them.</summary>
    /// <param name="module">A scheduler.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        var graph = CallGraph.Of(module);
        var reported = new HashSet<FunctionReference>();
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (var function in module.Functions.OrderBy(f => f.Span))
        {
            if (reported.Contains(function.Reference) || ShortestCycle(graph, function.Reference) is not { } cycle)
                continue;
            reported.Add(function.Reference);
            reported.UnionWith(Reached(graph, function.Reference).Where(f => Reached(graph, f).Contains(function.Reference)));
            diagnostics.Add(Report(graph, function, cycle));
        }
        return diagnostics.ToImmutable();
    }

    private static ScxDiagnostic Report(CallGraph graph, Function function, ImmutableArray<Call> cycle)
    {
        var between = cycle.Take(cycle.Length - 1).Select(c => $"'{graph[c.Function].DisplayName}'").ToList();
        string how = between.Count == 0 ? "directly" : "through " + string.Join(", then ", between);
        return new ScxDiagnostic(Rules.Recursion, function.Span, [function.DisplayName, how])
        {
            Related = [.. cycle.Select(c => new RelatedPlace(c.Span, $"calls '{graph[c.Function].DisplayName}' here"))],
        };
    }

    private static HashSet<FunctionReference> Reached(CallGraph graph, FunctionReference start)
    {
        var reached = new HashSet<FunctionReference>();
        var pending = new Stack<FunctionReference>([start]);
        while (pending.Count > 0)
        {
            foreach (var call in graph.OwnCalls(pending.Pop()))
            {
                if (reached.Add(call.Function))
                    pending.Push(call.Function);
            }
        }
        return reached;
    }

    private static ImmutableArray<Call>? ShortestCycle(CallGraph graph, FunctionReference start)
    {
        var seen = new HashSet<FunctionReference>();
        var pending = new Queue<(FunctionReference At, ImmutableArray<Call> Way)>([(start, [])]);
        while (pending.Count > 0)
        {
            var (at, way) = pending.Dequeue();
            foreach (var call in graph.OwnCalls(at))
            {
                if (call.Function == start)
                    return way.Add(call);
                if (seen.Add(call.Function))
                    pending.Enqueue((call.Function, way.Add(call)));
            }
        }
        return null;
    }
}
