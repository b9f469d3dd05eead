using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// What the kernel refuses in schedulers that see CPUs by their topological numbers: functions about CPU ids and cpumasks, writes to a task's slice and
/// virtual time (kernel/sched/ext/ext.c of 7.3, scx_kfunc_context_filter and bpf_scx_btf_struct_access).
/// </summary>
public static class CidForm
{
    /// <summary>The calls and writes.</summary>
    /// <param name="module">A scheduler.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        if (module.Ops?.IsCidForm != true)
            return [];
        var graph = CallGraph.Of(module);
        var calls = module.Programs.Where(p => p.Entry is null)
            .SelectMany(p => graph.KernelCalls(p.Function, callbacks: true)).Select(way => (CallKernel)way[way.Length - 1])
            .Where(c => c.Function.CpuFormOnly is not null)
            .Select(c => new ScxDiagnostic(Rules.CpuFormFunction, c.Span, [c.Function.Name, Instead(c.Function.CpuFormOnly!)]));
        return [.. calls.GroupBy(d => d.Span).Select(same => same.First()), .. module.Functions.SelectMany(Writes)];
    }

    private static string Instead(string function) =>
        function.Length > 0 ? $"call '{function}'" : "the kernel has nothing like it there: keep track of idle CPUs in 'UpdateIdle', and of sets of CPUs in a 'Cmask'";

    private static IEnumerable<ScxDiagnostic> Writes(Function function)
    {
        var instructions = function.Blocks.SelectMany(b => b.Instructions).ToList();
        var fields = instructions.Where(i => i.Result is not null && i is KernelFieldAddress { CidFormSetter: not null })
            .ToDictionary(i => i.Result!, i => (KernelFieldAddress)i);
        foreach (var store in instructions.OfType<Store>())
        {
            if (fields.TryGetValue(store.Address, out var field))
                yield return new ScxDiagnostic(Rules.CpuFormField, store.Span, [store.Address.Name ?? field.Field, field.CidFormSetter!]);
        }
    }
}
