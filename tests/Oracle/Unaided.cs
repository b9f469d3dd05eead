using Scx.Compiler.Ir;

namespace Scx.Oracle;

/// <summary>
/// The program without what the compiler does for it, so that the verifier judges it as it was written: it has to prove each index, nothing is left in the
/// register of the result that would count as handed back, and LLVM does not know what is null: it would leave out what follows null.
/// </summary>
public static class Unaided
{
    // No kernel has a helper of this number.
    static readonly Helper refused = new("none", 9999);

    // Any that leaves a number in register 0.
    static readonly Helper number = new("bpf_get_smp_processor_id", 8);

    /// <summary>The module as it is to be judged.</summary>
    /// <param name="module">What the analysis made.</param>
    public static Module Of(Module module)
    {
        var programs = module.Programs.Where(p => p.Function.ReturnType is VoidType).Select(p => p.Function).ToHashSet();
        return module with { Functions = [.. module.Functions.Select(f => Of(f, programs.Contains(f.Reference)))] };
    }

    static Function Of(Function function, bool clearsResult)
    {
        var makers = function.Blocks.SelectMany(b => b.Instructions).Where(i => i.Result is not null).ToDictionary(i => i.Result!);
        var outside = new List<Block>();
        var blocks = function.Blocks.Select(block => block with
        {
            Instructions = [.. block.Instructions.SelectMany(Concealed), .. clearsResult && block.End is Return ? [new CallHelper(number, []) { Span = block.End.Span }] : (Instruction[])[]],
            End = Proven(block.End, makers, outside),
        }).ToList();
        return function with { Blocks = [.. blocks, .. outside] };
    }

    static IEnumerable<Instruction> Concealed(Instruction instruction)
    {
        switch (instruction)
        {
            // The verifier itself does not know that an address of the frame is not null.
            case NullConstant { IsHandedOver: true, Result.Type: PointerType { Space: not MemorySpace.Stack } } given:
                return [given with { IsConcealed = true }];
            case Compare { Left.Type: PointerType { Space: not MemorySpace.Stack } } compare:
                var hidden = new Opaque(compare.Left) { Result = new Value(compare.Left.Type), Span = compare.Span };
                return [hidden, compare with { Left = hidden.Result }];
            default:
                return [instruction];
        }
    }

    /// <summary>Where the compiler compares an index and leaves the method, a call that the verifier refuses: it looks there unless it knows the index.</summary>
    static Terminator Proven(Terminator end, Dictionary<Value, Instruction> makers, List<Block> outside)
    {
        if (end is not Branch branch || !makers.TryGetValue(branch.Condition, out var condition)
            || condition is not Compare { Relation: Relation.Less or Relation.LessOrEqual } compare || !IsChecked(compare.Left, makers))
            return end;
        var block = new Block(new BlockReference($"outside{outside.Count}"), [], [new CallHelper(refused, []) { Span = branch.Span }], new Trap { Span = branch.Span });
        outside.Add(block);
        return branch with { WhenFalse = new Edge(block.Reference) };
    }

    /// <summary>Whether a value is an index that the compiler itself compares.</summary>
    static bool IsChecked(Value value, Dictionary<Value, Instruction> makers) => makers.TryGetValue(value, out var maker) && maker switch
    {
        Opaque opaque => IsChecked(opaque.Operand, makers),
        Scx.Compiler.Ir.Convert convert => convert.Obligations.Any(o => o is InRange or InSpan) || IsChecked(convert.Operand, makers),
        _ => false,
    };
}
