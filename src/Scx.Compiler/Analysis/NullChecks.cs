using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// Pointers that are used although they may be null. Reported only where the verifier is sure to refuse: for what a lookup, a kernel function or
/// the kernel itself as caller may leave out, on a way without a test.
/// </summary>
public static class NullChecks
{
    /// <summary>The first untested use of each pointer.</summary>
    /// <param name="module">A scheduler in SSA form.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        var programs = module.Programs.ToDictionary(p => p.Function);
        var names = module.Functions.ToDictionary(f => f.Reference, f => f.DisplayName);
        var diagnostics = ImmutableArray.CreateBuilder<ScxDiagnostic>();
        foreach (var function in module.Functions)
        {
            if (!function.Blocks.SelectMany(b => b.Instructions).Any(i => i.Obligations.Any(o => o is NonNull)))
                continue;
            programs.TryGetValue(function.Reference, out var program);
            var paths = new NullPaths(function);
            var firstUses = paths.Find().GroupBy(u => u.Root)
                .Select(g => g.OrderBy(u => u.Instruction.Span.Line).ThenBy(u => u.Instruction.Span.Column).First());
            foreach (var use in firstUses)
            {
                if (Reason(use.Root, function, program, paths.Definitions) is { } reason)
                    diagnostics.Add(Report(use, reason, function, names, paths.Definitions));
            }
        }
        return diagnostics.ToImmutable();
    }

    /// <summary>Why a pointer may be null, or null if the verifier may know better.</summary>
    private static string? Reason(Value root, Function function, Program? program, Definitions definitions)
    {
        if (root.Type is not PointerType { MayBeNull: true })
            return null;
        switch (definitions.Maker(root))
        {
            case null when program is not null && function.Parameters.Contains(root):
                return $"the kernel also calls {(program.Entry is null ? CallbackNames.Pascal(program.Callback) : function.DisplayName)} without one";
            case CallKernel call:
                return $"'{call.Function.Name}' returns null when there is none";
            case MapOperation { MapType.Indexed: true } lookup when HasConstantKey(lookup, function, definitions):
                // Newer verifiers (7.3 among them) know that an array has what a constant index below its size names; older ones refuse.
                return null;
            case MapOperation lookup:
                return $"'{NameOf(lookup)}' may have {Missing(lookup)}";
            default:
                return null;
        }
    }

    private static string NameOf(MapOperation operation) => operation.Map?.Name ?? operation.Arguments[0].Name ?? "the map";

    // A map whose values are kept with kernel objects is asked for the value of one.
    private static string Missing(MapOperation lookup) =>
        lookup.Arguments[1].Type is PointerType { Target: KernelType } ? $"no value for '{lookup.Arguments[1].Name}'" : "no entry for the key";

    private static bool HasConstantKey(MapOperation lookup, Function function, Definitions definitions)
    {
        var stores = function.Blocks.SelectMany(b => b.Instructions).OfType<Store>().Where(s => s.Address == lookup.Arguments[1]).ToList();
        if (stores.Count != 1)
            return false;
        var key = stores[0].Stored;
        while (definitions.Maker(key) is Ir.Convert convert)
            key = convert.Operand;
        return definitions.Maker(key) is Constant;
    }

    private static ScxDiagnostic Report(
        NullUse use, string reason, Function function, Dictionary<FunctionReference, string> names, Definitions definitions)
    {
        string name = use.Pointer.Name ?? use.Root.Name ?? "The value";
        var related = definitions.Maker(use.Root) is { } maker ? [new RelatedPlace(maker.Span, "comes from here")] : ImmutableArray<RelatedPlace>.Empty;
        string? callee = function.Blocks.SelectMany(b => b.Instructions)
            .Select(i => i.Operands.Contains(use.Instruction.Result!) ? Callee(i, names) : null).FirstOrDefault(c => c is not null);
        if (callee is not null)
            return new ScxDiagnostic(Rules.ArgumentMayBeNull, use.Instruction.Span, [name, reason, callee]) { Related = related };
        var rule = definitions.Maker(use.Root) is null ? Rules.CallbackArgumentMayBeNull : Rules.MayBeNull;
        return new ScxDiagnostic(rule, use.Instruction.Span, [name, reason]) { Related = related };
    }

    private static string? Callee(Instruction instruction, Dictionary<FunctionReference, string> names) => instruction switch
    {
        CallKernel call => call.Function.Name,
        CallHelper call => call.Helper.Name,
        MapOperation operation => $"{NameOf(operation)}.{operation.Method}",
        Call call => names[call.Function],
        _ => null,
    };
}
