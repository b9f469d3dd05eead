using System.Collections.Immutable;

namespace Scx.Compiler.Ir.Passes;

/// <summary>Values that stand for others, while a pass rewrites a function.</summary>
internal sealed class ValueSubstitution
{
    private readonly Dictionary<Value, Value> replacements = [];

    public bool IsEmpty => replacements.Count == 0;

    /// <summary>From now on reads of one value are reads of another.</summary>
    public void Replace(Value value, Value by) => replacements[value] = by;

    /// <summary>What a value has become, through any number of replacements.</summary>
    public Value this[Value value]
    {
        get
        {
            while (replacements.TryGetValue(value, out var by))
                value = by;
            return value;
        }
    }

    public ImmutableArray<Value> Apply(ImmutableArray<Value> values) => values.IsEmpty ? values : [.. values.Select(v => this[v])];

    /// <summary>The instruction on the new values; its result stays.</summary>
    public Instruction Apply(Instruction instruction)
    {
        var rewritten = instruction.Operands.IsEmpty ? instruction : instruction.WithOperands(Apply(instruction.Operands));
        return instruction.Obligations.IsEmpty
            ? rewritten
            : rewritten with { Obligations = [.. instruction.Obligations.Select(o => ObligationValues.With(o, v => this[v]))] };
    }

    public Edge Apply(Edge edge) => edge with { Arguments = Apply(edge.Arguments) };

    public Terminator Apply(Terminator end) => end.With(Apply(end.Operands), [.. end.Edges.Select(Apply)]);

    public Block Apply(Block block) =>
        block with { Instructions = [.. block.Instructions.Select(Apply)], End = Apply(block.End) };

    public Function Apply(Function function) =>
        IsEmpty ? function : function with { Blocks = [.. function.Blocks.Select(Apply)] };
}
