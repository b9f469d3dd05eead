using System.Collections.Immutable;
using System.Globalization;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// Whether methods that are kept as functions call one another deeper than the verifier follows (MAX_CALL_FRAMES of include/linux/bpf_verifier.h). What LLVM
/// may make part of its caller is not counted.
/// </summary>
public static class CallDepth
{
    private const int Frames = 8, FramesOfNewest = 16;
    private static readonly Version Newest = new(7, 2);

    /// <summary>The call that goes too deep, of each program that has one.</summary>
    /// <param name="module">A scheduler.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        // Who does not say which kernels it is for hears of it from the kernel at hand.
        int most = module.MinimumKernel is { } minimum && Version.Parse(minimum) < Newest ? Frames : FramesOfNewest;
        var graph = CallGraph.Of(module);
        var known = new Dictionary<FunctionReference, ImmutableArray<Call>>();
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (var program in module.Programs)
        {
            var kept = Deepest(program.Function, graph, known, []).Where(call => IsFrame(graph[call.Function])).ToList();
            // The program itself is the first.
            if (kept.Count + 1 > most)
                diagnostics.Add(Report(graph[program.Function], graph, kept, most));
        }
        return [.. diagnostics.GroupBy(d => d.Span).Select(same => same.First())];
    }

    private static ScxDiagnostic Report(Function program, CallGraph graph, List<Call> kept, int most)
    {
        var names = kept.Take(most).Select(call => graph[call.Function].DisplayName).ToList();
        return new ScxDiagnostic(Rules.CallChainTooDeep, kept[most - 1].Span,
            [names[names.Count - 1], (most + 1).ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture), program.DisplayName, string.Join(", ", names)]);
    }

    /// <summary>The calls that lead through most functions of their own; a cycle is another check's.</summary>
    private static ImmutableArray<Call> Deepest(
        FunctionReference function, CallGraph graph, Dictionary<FunctionReference, ImmutableArray<Call>> known, ImmutableHashSet<FunctionReference> above)
    {
        if (known.TryGetValue(function, out var before))
            return before;
        if (above.Contains(function))
            return [];
        ImmutableArray<Call> deepest = [];
        int frames = -1;
        foreach (var call in graph.OwnCalls(function))
        {
            var below = Deepest(call.Function, graph, known, above.Add(function)).Insert(0, call);
            int count = below.Count(c => IsFrame(graph[c.Function]));
            if (count > frames)
                (deepest, frames) = (below, count);
        }
        known[function] = deepest;
        return deepest;
    }

    private static bool IsFrame(Function function) => function.Inlining is Inlining.Never or Inlining.Global;
}
