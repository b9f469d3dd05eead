using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>Where the values of one function come from.</summary>
internal sealed class Definitions
{
    private readonly Dictionary<Value, Instruction> instructions = [];
    private readonly Dictionary<Value, BlockReference> blocks = [];
    private readonly Dictionary<(Relation, object, object), Value> comparisons = [];
    private readonly Dictionary<Value, Value> equals = [];

    public Definitions(Function function, FlowGraph graph)
    {
        foreach (var parameter in function.Parameters)
            blocks.Add(parameter, graph.Order[0].Reference);
        foreach (var block in graph.Order)
        {
            foreach (var parameter in block.Parameters)
                blocks.Add(parameter, block.Reference);
            foreach (var instruction in block.Instructions.Where(i => i.Result is not null))
            {
                instructions.Add(instruction.Result!, instruction);
                blocks.Add(instruction.Result!, block.Reference);
                if (instruction is Compare compare)
                    NoteEqual(compare);
            }
        }
    }

    /// <summary>The instruction that makes a value; null for a parameter.</summary>
    public Instruction? Maker(Value value) => instructions.TryGetValue(value, out var instruction) ? instruction : null;

    public BlockReference Block(Value value) => blocks[value];

    /// <summary>The value that a pointer is another name of, or the first comparison that asks the same.</summary>
    public Value Root(Value value)
    {
        while (value.Type is PointerType && Maker(value) is Ir.Convert { Operand: { Type: PointerType } operand })
            value = operand;
        return equals.TryGetValue(value, out var first) ? first : value;
    }

    private void NoteEqual(Compare compare)
    {
        var key = (compare.Relation, Identity(compare.Left), Identity(compare.Right));
        if (comparisons.TryGetValue(key, out var first))
            equals.Add(compare.Result!, first);
        else
            comparisons.Add(key, compare.Result!);
    }

    private object Identity(Value value) => Maker(value) switch
    {
        Constant constant => constant.Number,
        NullConstant => "null",
        _ => Root(value),
    };
}
