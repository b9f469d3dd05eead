using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// Maps and fields with a lock in programs that may use none, whatever they do with them (check_map_prog_compatibility of kernel/bpf/verifier.c,
/// "tracing progs cannot use bpf_spin_lock yet").
/// </summary>
public static class LocksInPrograms
{
    /// <summary>The uses.</summary>
    /// <param name="module">A scheduler or a set of programs.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        var programs = module.Programs.Where(p => p.Entry is { HasNoLocks: true }).ToList();
        if (programs.Count == 0)
            return [];
        var graph = CallGraph.Of(module);
        // A section is one value of a map.
        var sections = new HashSet<string?>(module.Globals.Where(g => HoldsLock(g.Type)).Select(g => g.SectionSuffix));
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (var program in programs)
        {
            string user = $"{graph[program.Function].DisplayName}, which is {program.Entry!.Kind}";
            foreach (var instruction in graph.Reached(program.Function).SelectMany(f => f.Blocks).SelectMany(b => b.Instructions))
            {
                string? name = instruction switch
                {
                    MapAddress { Map: var map } when HoldsLock(map.Type.Value) => map.Name,
                    GlobalAddress { Global: { SectionSuffix: not null } global } when sections.Contains(global.SectionSuffix) => global.Name,
                    _ => null,
                };
                if (name is not null)
                {
                    diagnostics.Add(new ScxDiagnostic(Rules.NotAllowedInCallback, instruction.Span,
                        [$"'{name}', in whose memory a lock lies,", user, "callbacks, syscall programs and those with [TracepointBtf], [FunctionEntry] or [FunctionExit]"]));
                }
            }
        }
        return [.. diagnostics.GroupBy(d => d.Span).Select(same => same.First())];
    }

    private static bool HoldsLock(IrType? type) => type switch
    {
        StructType { IsKernelState: true } state => state.IsLock,
        StructType structure => structure.Fields.Any(f => HoldsLock(f.Type)),
        ArrayType array => HoldsLock(array.Element),
        _ => false,
    };
}
