using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// Whether functions newer than the oldest kernel that the scheduler is for are called only where a test has shown that they are there, in the
/// method itself or in all of those that call it. Where no oldest kernel is declared the loader tells on the kernel at hand.
/// </summary>
public static class KernelAvailability
{
    /// <summary>The calls that an older kernel would stumble over, and the callbacks that it would not make.</summary>
    /// <param name="module">A scheduler.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        if (module.MinimumKernel is not { } minimum)
            return [];
        var floor = Version.Parse(minimum);
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        var entries = Entries(module, floor);
        foreach (var function in module.Functions.Where(f => entries.ContainsKey(f.Reference)))
        {
            foreach (var (call, here) in Calls<CallKernel>(function, entries[function.Reference]))
            {
                if (call.Function.Until is { } until && !here.Functions.Contains(call.Function))
                    diagnostics.Add(new ScxDiagnostic(Rules.GoneFromNewer, call.Span, [call.Function.Name, until]));
                else if (call.Function is { Optional: true, Since: { } since } && !here.Has(call.Function))
                    diagnostics.Add(new ScxDiagnostic(Rules.NewerThanMinimum, call.Span, [call.Function.Name, since, minimum]));
            }
        }
        foreach (var program in module.Programs.Where(p => p.Since is not null && Version.Parse(p.Since) > floor))
        {
            var span = module.Functions.First(f => f.Reference == program.Function).Span;
            diagnostics.Add(new ScxDiagnostic(Rules.CallbackLeftOut, span, [CallbackNames.Pascal(program.Member ?? program.Callback), program.Since!]));
        }
        return diagnostics.ToImmutable();
    }

    /// <summary>What is known of the kernel at a place: its least version, and functions that it has.</summary>
    private sealed record Known(Version Least, ImmutableHashSet<KernelFunction> Functions)
    {
        public bool Has(KernelFunction function) => Functions.Contains(function) || Version.Parse(function.Since!) <= Least;

        public Known And(Known other) =>
            new(Least < other.Least ? Least : other.Least, Functions.Intersect(other.Functions));

        public bool Same(Known other) => Least == other.Least && Functions.SetEquals(other.Functions);
    }

    /// <summary>What is known when each function begins: a callback is there only if the kernel is new enough for it.</summary>
    private static Dictionary<FunctionReference, Known> Entries(Module module, Version floor)
    {
        var functions = module.Functions.ToDictionary(f => f.Reference);
        var entries = new Dictionary<FunctionReference, Known>();
        var pending = new Queue<FunctionReference>();
        foreach (var program in module.Programs)
        {
            var since = program.Since is { } version && Version.Parse(version) > floor ? Version.Parse(version) : floor;
            Reach(program.Function, new Known(since, []));
        }
        while (pending.Count > 0)
        {
            var function = functions[pending.Dequeue()];
            foreach (var (call, here) in Calls<Call>(function, entries[function.Reference]))
                Reach(call.Function, here);
        }
        return entries;

        void Reach(FunctionReference function, Known known)
        {
            var met = entries.TryGetValue(function, out var before) ? before.And(known) : known;
            if (before is not null && met.Same(before))
                return;
            entries[function] = met;
            pending.Enqueue(function);
        }
    }

    private static IEnumerable<(T Call, Known Here)> Calls<T>(Function function, Known entry) where T : CallInstruction
    {
        var graph = FlowGraph.Of(function);
        var definitions = function.Blocks.SelectMany(b => b.Instructions).Where(i => i.Result is not null).ToDictionary(i => i.Result!);
        foreach (var block in graph.Order)
        {
            Known? here = null;
            foreach (var call in block.Instructions.OfType<T>())
                yield return (call, here ??= At(block, entry, graph, definitions));
        }
    }

    /// <summary>What the tests that a block lies behind have shown.</summary>
    private static Known At(Block block, Known entry, FlowGraph graph, Dictionary<Value, Instruction> definitions)
    {
        var functions = entry.Functions;
        for (Block? at = block; at is not null; at = graph.ImmediateDominator(at.Reference))
        {
            var ways = graph.Predecessors(at.Reference);
            if (ways.Count == 1 && ways[0] is var only && only.From.End is Branch branch)
                functions = functions.Union(Shown(branch.Condition, only.Edge == branch.WhenTrue, definitions));
        }
        return entry with { Functions = functions };
    }

    /// <summary>The functions that exist where a condition has come out one way.</summary>
    private static ImmutableHashSet<KernelFunction> Shown(Value condition, bool outcome, Dictionary<Value, Instruction> definitions)
    {
        if (!definitions.TryGetValue(condition, out var made))
            return [];
        return made switch
        {
            KernelFunctionExists { Function: { } function } when outcome => [function],
            Unary { Operator: UnaryOperator.Not } not => Shown(not.Operand, !outcome, definitions),
            // Any form of the same function will do.
            Binary { Operator: BinaryOperator.Or } either when outcome =>
                Shown(either.Left, true, definitions).Intersect(Shown(either.Right, true, definitions)),
            Binary { Operator: BinaryOperator.And } both when outcome =>
                Shown(both.Left, true, definitions).Union(Shown(both.Right, true, definitions)),
            _ => [],
        };
    }
}
