using Scx.Compiler.Ir;

namespace Scx.Oracle;

/// <summary>
/// Has the verifier prove what the analyzer asks for: where the compiler compares an index before an access to an array and leaves the method, a call that
/// the verifier refuses is made instead. Where it knows that the index is in range it does not look there.
/// </summary>
public static class PlainIndexes
{
    // No kernel has a helper of this number.
    static readonly Helper refused = new("none", 9999);

    /// <summary>The module, or null if it has no such comparisons.</summary>
    /// <param name="module">What the analysis made.</param>
    public static Module? Of(Module module)
    {
        var functions = module.Functions.Select(Of).ToList();
        return functions.Zip(module.Functions).All(f => f.First == f.Second) ? null : module with { Functions = [.. functions] };
    }

    static Function Of(Function function)
    {
        var instructions = function.Blocks.SelectMany(b => b.Instructions).Where(i => i.Result is not null).ToDictionary(i => i.Result!);
        var outside = new List<Block>();
        var blocks = function.Blocks.Select(block => block with { End = Proven(block.End, instructions, outside) }).ToList();
        return outside.Count == 0 ? function : function with { Blocks = [.. blocks, .. outside] };
    }

    static Terminator Proven(Terminator end, Dictionary<Value, Instruction> instructions, List<Block> outside)
    {
        if (end is not Branch branch || !instructions.TryGetValue(branch.Condition, out var condition)
            || condition is not Compare { Relation: Relation.Less } compare || !IsChecked(compare.Left, instructions))
            return end;
        var block = new Block(new BlockReference($"outside{outside.Count}"), [], [new CallHelper(refused, []) { Span = branch.Span }], new Trap { Span = branch.Span });
        outside.Add(block);
        return branch with { WhenFalse = new Edge(block.Reference) };
    }

    /// <summary>Whether a value is an index that the compiler itself compares.</summary>
    static bool IsChecked(Value value, Dictionary<Value, Instruction> instructions) => instructions.TryGetValue(value, out var maker) && maker switch
    {
        Opaque opaque => IsChecked(opaque.Operand, instructions),
        Scx.Compiler.Ir.Convert convert => convert.Obligations.Any(o => o is InRange) || IsChecked(convert.Operand, instructions),
        _ => false,
    };
}
