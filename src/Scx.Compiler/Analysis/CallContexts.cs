using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// Whether each kernel function is called only from callbacks that may call it, methods in between included. From 7.1 the verifier refuses
/// it (kernel/sched/ext/ext.c, scx_kfunc_context_filter); before, the running scheduler is thrown out.
/// </summary>
public static class CallContexts
{
    /// <summary>The calls that are out of place.</summary>
    /// <param name="module">A scheduler.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        var graph = CallGraph.Of(module);
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (var program in module.Programs)
        {
            foreach (var way in graph.KernelCalls(program.Function, callbacks: true))
            {
                if (Misplaced(program, ((CallKernel)way[way.Length - 1]).Function) is { } rule)
                    diagnostics.Add(Report(rule, program, way, graph));
            }
        }
        // What is called back for two programs is one function.
        return [.. diagnostics.GroupBy(d => (d.Rule, d.Span)).Select(same => same.First())];
    }

    private static DiagnosticRule? Misplaced(Program program, KernelFunction function)
    {
        if (!function.AllowedCallbacks.IsEmpty && !function.AllowedCallbacks.Contains(program.Callback))
            return Rules.NotAllowedInCallback;
        if (program.Entry is { HasFewFunctions: true } && !function.InAnyProgram)
            return Rules.NotAllowedInCallback;
        return function.Sleepable && !program.MaySleep ? Rules.SleepsInCallback : null;
    }

    /// <summary>The calls without those that the compiler made, which stand at the declaration of the function that holds them.</summary>
    private static ImmutableArray<CallInstruction> Visible(Function function, ImmutableArray<CallInstruction> way) =>
        way.Length > 1 && way[0].Span == function.Span ? way.RemoveAt(0) : way;

    private static ScxDiagnostic Report(DiagnosticRule rule, Program program, ImmutableArray<CallInstruction> whole, CallGraph graph)
    {
        // What the kernel calls back is a place of its own to whoever reads it, though the verifier checks it as part of the program.
        var handedOver = whole.LastOrDefault(graph.IsHandedOver) as Call;
        var way = Visible(graph[handedOver?.Function ?? program.Function], handedOver is null ? whole : whole.RemoveRange(0, whole.IndexOf(handedOver) + 1));
        var function = ((CallKernel)way[way.Length - 1]).Function;
        string subject = way.Length == 1
            ? $"'{function.Name}'"
            : $"'{function.Name}', which '{Name(way[way.Length - 2], graph)}' calls,";
        string callback = program.Entry is null ? CallbackNames.Pascal(program.Member ?? program.Callback) : graph[program.Function].DisplayName;
        if (handedOver is not null)
            callback = $"{graph[handedOver.Function].DisplayName}, which {callback} hands to the kernel";
        ImmutableArray<string> arguments = rule != Rules.NotAllowedInCallback ? [subject, callback]
            : program.Entry is { } entry && handedOver is null ? [subject, $"{callback}, which is {entry.Kind}", Places(function)]
            : [subject, callback, Places(function)];
        return new ScxDiagnostic(rule, way[0].Span, arguments)
        {
            Related = [.. handedOver is null ? [] : new[] { new RelatedPlace(handedOver.Span, "handed to the kernel here") }, .. way.Skip(1).Select(call => new RelatedPlace(call.Span, $"calls '{Name(call, graph)}' here"))],
        };
    }

    private static string Places(KernelFunction function) => function.AllowedCallbacks.IsEmpty
        ? "callbacks and in programs that are no kernel probes"
        : CallbackNames.List(function.AllowedCallbacks);

    private static string Name(CallInstruction call, CallGraph graph) => call switch
    {
        Call own => graph[own.Function].DisplayName,
        CallKernel kernel => kernel.Function.Name,
        _ => throw new InternalCompilerException(call.Span, "not a call of a function"),
    };
}
