using System.Collections.Immutable;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// Loads a program as sleepable only if it calls something that sleeps: a program that cannot sleep is inside an RCU section all along,
/// which makes more pointers usable.
/// </summary>
public static class Sleepability
{
    /// <summary>The module with <see cref="Program.Sleepable"/> set where it is needed and allowed.</summary>
    /// <param name="module">A scheduler.</param>
    public static Module Infer(Module module)
    {
        var graph = CallGraph.Of(module);
        var programs = module.Programs.ToImmutableDictionary(
            p => p.Function,
            p => p with { Sleepable = p.Callback == ProgramEntry.SyscallContext || p.MaySleep && graph.KernelCalls(p.Function).Any(way => ((CallKernel)way[way.Length - 1]).Function.Sleepable) });
        return module with
        {
            Programs = [.. module.Programs.Select(p => programs[p.Function])],
            Ops = module.Ops is null ? null : module.Ops with
            {
                Members = [.. module.Ops.Members.Select(m =>
                    m is CallbackMember callback ? callback with { Program = programs[callback.Program.Function] } : m)],
            },
        };
    }
}
