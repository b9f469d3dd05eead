using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// Whether functions and fields newer than the oldest kernel that the scheduler is for are used only where a test has shown that they are there, in
/// the method itself or in all of those that call it. Where no oldest kernel is declared the loader tells on the kernel at hand.
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
            foreach (var (use, here) in Uses<Instruction>(function, entries[function.Reference]))
            {
                if (Lacking(use, here, minimum) is { } lacking)
                    diagnostics.Add(lacking);
            }
        }
        foreach (var program in module.Programs.Where(p => p.Since is not null && Version.Parse(p.Since) > floor))
        {
            var span = module.Functions.First(f => f.Reference == program.Function).Span;
            diagnostics.Add(new ScxDiagnostic(Rules.CallbackLeftOut, span, [CallbackNames.Pascal(program.Member ?? program.Callback), program.Since!]));
        }
        return diagnostics.ToImmutable();
    }

    private static ScxDiagnostic? Lacking(Instruction use, Known here, string minimum) => use switch
    {
        CallKernel { Function: { Until: { } until } function } when !here.Features.Contains(Feature.Of(function)) =>
            new ScxDiagnostic(Rules.GoneFromNewer, use.Span, [function.Name, until]),
        CallKernel { Function: { Until: null, Optional: true, Since: { } since } function } when !here.Has(Feature.Of(function), since) =>
            new ScxDiagnostic(Rules.NewerThanMinimum, use.Span, [function.Name, since, minimum]),
        KernelFieldAddress { Newer: { } newer } field when !here.Has(Feature.Of(field), newer.Since) =>
            new ScxDiagnostic(Rules.FieldNewerThanMinimum, use.Span, [newer.Class, newer.Property, newer.Since, minimum]),
        KernelFieldAddress { Gone: { } gone } field when !here.Features.Contains(Feature.Of(field)) =>
            new ScxDiagnostic(Rules.FieldGoneFromNewer, use.Span, [gone.Class, gone.Property, gone.Until]),
        _ => null,
    };

    /// <summary>What a kernel may have: a function, or a field by the names of its struct and its own.</summary>
    private sealed record Feature(KernelFunction? Function, string? Struct, string? Field)
    {
        public static Feature Of(KernelFunction function) => new(function, null, null);

        public static Feature Of(KernelFieldExists asked) => new(null, asked.Struct.Name, asked.Field);

        public static Feature Of(KernelFieldAddress used) => new(null, ((KernelType)((PointerType)used.Object.Type).Target).Name, used.Field);
    }

    /// <summary>What is known of the kernel at a place: its least version, and what it was found to have.</summary>
    private sealed record Known(Version Least, ImmutableHashSet<Feature> Features)
    {
        public bool Has(Feature feature, string since) => Features.Contains(feature) || Version.Parse(since) <= Least;

        public Known And(Known other) =>
            new(Least < other.Least ? Least : other.Least, Features.Intersect(other.Features));

        public bool Same(Known other) => Least == other.Least && Features.SetEquals(other.Features);
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
            foreach (var (call, here) in Uses<Call>(function, entries[function.Reference]))
                Reach(call.Function, here);
            // What the kernel is given to call, it calls only where it was given.
            foreach (var (given, here) in Uses<FunctionAddress>(function, entries[function.Reference]))
                Reach(given.Function, here);
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

    private static IEnumerable<(T Use, Known Here)> Uses<T>(Function function, Known entry) where T : Instruction
    {
        var graph = FlowGraph.Of(function);
        var definitions = function.Definitions();
        foreach (var block in graph.Order)
        {
            Known? here = null;
            foreach (var use in block.Instructions.OfType<T>())
                yield return (use, here ??= At(block, entry, graph, definitions));
        }
    }

    /// <summary>What the tests that a block lies behind have shown.</summary>
    private static Known At(Block block, Known entry, FlowGraph graph, Dictionary<Value, Instruction> definitions)
    {
        var features = entry.Features;
        for (Block? at = block; at is not null; at = graph.ImmediateDominator(at.Reference))
        {
            var ways = graph.Predecessors(at.Reference);
            if (ways.Count == 1 && ways[0] is var only && only.From.End is Branch branch)
                features = features.Union(Shown(branch.Condition, only.Edge == branch.WhenTrue, definitions));
        }
        return entry with { Features = features };
    }

    /// <summary>What exists where a condition has come out one way.</summary>
    private static ImmutableHashSet<Feature> Shown(Value condition, bool outcome, Dictionary<Value, Instruction> definitions)
    {
        if (!definitions.TryGetValue(condition, out var made))
            return [];
        return made switch
        {
            KernelFunctionExists { Function: { } function } when outcome => [Feature.Of(function)],
            KernelFieldExists asked when outcome => [Feature.Of(asked)],
            Unary { Operator: UnaryOperator.Not } not => Shown(not.Operand, !outcome, definitions),
            // As a switch compares it.
            Compare { Relation: Relation.Equal or Relation.NotEqual } compared when definitions.TryGetValue(compared.Right, out var against) && against is Constant { Number: var number } =>
                Shown(compared.Left, outcome == (compared.Relation == Relation.Equal) == (number != 0), definitions),
            // Any form of the same function will do.
            Binary { Operator: BinaryOperator.Or } either when outcome =>
                Shown(either.Left, true, definitions).Intersect(Shown(either.Right, true, definitions)),
            Binary { Operator: BinaryOperator.And } both when outcome =>
                Shown(both.Left, true, definitions).Union(Shown(both.Right, true, definitions)),
            _ => [],
        };
    }
}
