using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// Writes to kernel objects in programs that are no callbacks: only struct_ops programs may make any (check_ptr_to_btf_access of
/// kernel/bpf/verifier.c, "only read is supported").
/// </summary>
public static class KernelWrites
{
    /// <summary>The writes.</summary>
    /// <param name="module">A scheduler or a set of programs.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        var graph = CallGraph.Of(module);
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (var program in module.Programs)
        {
            if (program.Entry is not { } entry)
                continue;
            string writer = $"{graph[program.Function].DisplayName}, which is {entry.Kind},";
            foreach (var (store, field) in graph.Reached(program.Function).SelectMany(Writes))
                diagnostics.Add(new ScxDiagnostic(Rules.FieldReadOnly, store.Span, [field, writer, "no field of the kernel's"]));
        }
        return [.. diagnostics.GroupBy(d => d.Span).Select(same => same.First())];
    }

    private static IEnumerable<(Store Store, string Field)> Writes(Function function)
    {
        var instructions = function.Blocks.SelectMany(b => b.Instructions).ToList();
        var fields = instructions.OfType<KernelFieldAddress>().ToDictionary(field => field.Result!, field => field.Field);
        return instructions.OfType<Store>().Where(store => fields.ContainsKey(store.Address))
            .Select(store => (store, store.Address.Name ?? fields[store.Address]));
    }
}
