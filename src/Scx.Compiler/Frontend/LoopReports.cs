using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>
/// A loop that is cut ends the scheduler with a message where that can be said: in the callbacks of the ops table and what they call. Programs of other kinds
/// belong to no scheduler; under a lock the verifier allows no such call (kernel/bpf/verifier.c, check_kfunc_call); and what the kernel calls back may run under one.
/// </summary>
internal static class LoopReports
{
    /// <summary>The functions, without the reports that may not be.</summary>
    /// <param name="functions">Those of a scheduler.</param>
    /// <param name="programs">Its programs.</param>
    /// <param name="callbacks">Functions that the kernel calls back.</param>
    /// <param name="known">Functions that reports have been left out of before.</param>
    public static ImmutableArray<Function> Keep(
        ImmutableArray<Function> functions, IEnumerable<Program> programs, IEnumerable<Function> callbacks, ConditionalWeakTable<Function, Function> known)
    {
        var bySymbol = functions.ToDictionary(f => f.Reference);
        var silent = new HashSet<FunctionReference>();
        var pending = new Stack<FunctionReference>(programs.Where(p => p.Entry is not null).Select(p => p.Function)
            .Concat(callbacks.Select(c => c.Reference)).Concat(functions.Where(TakesLock).Select(f => f.Reference)));
        while (pending.Count > 0)
        {
            if (pending.Pop() is var next && silent.Add(next) && bySymbol.TryGetValue(next, out var function))
            {
                foreach (var call in function.Blocks.SelectMany(b => b.Instructions).OfType<Call>())
                    pending.Push(call.Function);
            }
        }
        return [.. functions.Select(f => silent.Contains(f.Reference) ? known.GetValue(f, WithoutReports) : f)];
    }

    private static bool TakesLock(Function function) => function.Blocks.SelectMany(b => b.Instructions).Any(i =>
        (i is CallKernel kernel ? kernel.Function.Effects : i is CallHelper helper ? helper.Helper.Effects : CallEffects.None).Enters
            is SectionKind.SpinLock or SectionKind.ResilientSpinLock);

    private static Function WithoutReports(Function function) => function with
    {
        Blocks = [.. function.Blocks.Select(b => b with { Instructions = [.. b.Instructions.Where(i => i is not CallKernel { ReportsLoop: true })] })],
    };
}
