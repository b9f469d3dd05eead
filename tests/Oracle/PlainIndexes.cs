using Scx.Compiler.Ir;

namespace Scx.Oracle;

/// <summary>
/// Takes out the comparisons that the compiler puts before each access to an array, so that the verifier judges the access as it was written: the
/// question is whether what the analyzer asks for is what the verifier asks for.
/// </summary>
public static class PlainIndexes
{
    /// <summary>The module with plain accesses, or null if it has no comparisons to take out.</summary>
    /// <param name="module">What the analysis made.</param>
    public static Module? Of(Module module)
    {
        var functions = module.Functions.Select(Of).ToList();
        return functions.SelectMany(f => f.Blocks).Select(b => b.End).SequenceEqual(module.Functions.SelectMany(f => f.Blocks).Select(b => b.End), ReferenceEqualityComparer.Instance)
            ? null
            : module with { Functions = [.. functions] };
    }

    static Function Of(Function function)
    {
        var instructions = function.Blocks.SelectMany(b => b.Instructions).Where(i => i.Result is not null).ToDictionary(i => i.Result!);
        return function with { Blocks = [.. function.Blocks.Select(block => block with { End = Plain(block.End, instructions) })] };
    }

    static Terminator Plain(Terminator end, Dictionary<Value, Instruction> instructions) =>
        end is Branch branch && instructions.TryGetValue(branch.Condition, out var condition)
        && condition is Compare { Relation: Relation.Less } compare && IsChecked(compare.Left, instructions)
            ? new Jump(branch.WhenTrue) { Span = branch.Span }
            : end;

    /// <summary>Whether a value is an index that the compiler itself compares.</summary>
    static bool IsChecked(Value value, Dictionary<Value, Instruction> instructions) => instructions.TryGetValue(value, out var maker) && maker switch
    {
        Opaque opaque => IsChecked(opaque.Operand, instructions),
        Scx.Compiler.Ir.Convert convert => convert.Obligations.Any(o => o is InRange) || IsChecked(convert.Operand, instructions),
        _ => false,
    };
}
