using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// Atomic "and" and "or" on the arena, which the code of x86 has not (arch/x86/net/bpf_jit_comp.c of 6.12 to 7.3, bpf_jit_supports_insn). The front end makes
/// another form of those that name the arena; what is left was handed on as a reference, which does not say whose memory it is.
/// </summary>
public static class ArenaAtomics
{
    /// <summary>The operations.</summary>
    /// <param name="module">A scheduler, after inlining.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        var atomics = module.Functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions).OfType<AtomicOperation>()
            .Where(a => a.Operator is AtomicOperator.And or AtomicOperator.Or).ToList();
        if (atomics.Count == 0)
            return [];
        var inArena = AddressesInArena(module);
        return [.. atomics.Where(a => inArena.Contains(a.Arguments[0]))
            .Select(a => new ScxDiagnostic(Rules.AtomicInArena, a.Span, [a.Operator == AtomicOperator.And ? "Interlocked.And" : "Interlocked.Or"]))];
    }

    private static HashSet<Value> AddressesInArena(Module module)
    {
        var parameters = module.Functions.ToDictionary(f => f.Reference, f => f.Parameters);
        var found = new HashSet<Value>();
        int before;
        do
        {
            before = found.Count;
            foreach (var function in module.Functions)
            {
                foreach (var block in function.Blocks)
                {
                    foreach (var instruction in block.Instructions)
                        Follow(instruction, parameters, found);
                    foreach (var edge in block.End.Edges)
                        Hand(edge.Arguments, function.Blocks.First(b => b.Reference == edge.Block).Parameters, found);
                }
            }
        }
        while (found.Count > before);
        return found;
    }

    private static void Follow(Instruction instruction, Dictionary<FunctionReference, ImmutableArray<Value>> parameters, HashSet<Value> found)
    {
        bool leads = instruction switch
        {
            ArenaAddress => true,
            FieldAddress field => found.Contains(field.Address),
            ElementAddress element => found.Contains(element.Address),
            Ir.Convert convert => found.Contains(convert.Operand),
            Select select => found.Contains(select.WhenTrue) || found.Contains(select.WhenFalse),
            _ => false,
        };
        if (leads)
            found.Add(instruction.Result!);
        if (instruction is Call call && parameters.TryGetValue(call.Function, out var own))
            Hand(call.Arguments, own, found);
    }

    private static void Hand(ImmutableArray<Value> given, ImmutableArray<Value> taken, HashSet<Value> found)
    {
        for (int i = 0; i < given.Length; i++)
        {
            if (found.Contains(given[i]))
                found.Add(taken[i]);
        }
    }
}
