namespace Scx.Compiler.Ir.Passes;

/// <summary>Counts the turns of a loop that counts from one literal towards another.</summary>
internal sealed class TurnCount
{
    private readonly FlowGraph graph;
    private readonly NaturalLoop loop;
    private readonly IReadOnlyDictionary<Value, Instruction> definitions;

    private TurnCount(FlowGraph graph, NaturalLoop loop, IReadOnlyDictionary<Value, Instruction> definitions) =>
        (this.graph, this.loop, this.definitions) = (graph, loop, definitions);

    /// <summary>How often the header is passed at most, or null if that is not plain to see or more than the limit.</summary>
    public static int? Of(FlowGraph graph, NaturalLoop loop, IReadOnlyDictionary<Value, Instruction> definitions, int limit) =>
        Exits(graph, loop, definitions, limit).Min(e => (int?)e.Turns);

    /// <summary>The ways out that are plainly taken by the time that the header has been passed so often.</summary>
    public static IReadOnlyList<CountedExit> Exits(FlowGraph graph, NaturalLoop loop, IReadOnlyDictionary<Value, Instruction> definitions, int limit)
    {
        var count = new TurnCount(graph, loop, definitions);
        var exits = new List<CountedExit>();
        foreach (var block in graph.Order.Where(b => loop.Body.Contains(b.Reference) && loop.Latches.All(l => graph.Dominates(b.Reference, l.Reference))))
        {
            if (block.End is not Branch branch || Leaves(loop, branch.WhenTrue) == Leaves(loop, branch.WhenFalse))
                continue;
            bool leavesWhenTrue = Leaves(loop, branch.WhenTrue);
            foreach (var counter in loop.Header.Parameters.Where(p => p.Type is IntType))
            {
                if (count.Turns(counter, branch.Condition, leavesWhenTrue, limit) is { } turns)
                    exits.Add(new CountedExit(branch, leavesWhenTrue, counter, turns));
            }
        }
        return exits;
    }

    private static bool Leaves(NaturalLoop loop, Edge edge) => !loop.Body.Contains(edge.Block);

    private int? Turns(Value counter, Value condition, bool leavesWhenTrue, int limit)
    {
        int index = loop.Header.Parameters.IndexOf(counter);
        var starts = graph.Predecessors(loop.Header.Reference).Where(p => !loop.Latches.Contains(p.From)).Select(p => p.Edge.Arguments[index]).ToList();
        var steps = loop.Latches.SelectMany(l => l.End.Edges).Where(e => e.Block == loop.Header.Reference).Select(e => e.Arguments[index]).Distinct().ToList();
        if (steps.Count != 1 || Common(starts) is not { } value)
            return null;
        for (int turns = 1; turns <= limit; turns++)
        {
            if (Evaluate(condition, counter, value) is not { } holds)
                return null;
            if ((holds != 0) == leavesWhenTrue)
                return turns;
            if (Evaluate(steps[0], counter, value) is not { } next)
                return null;
            value = next;
        }
        return null;
    }

    private long? Common(List<Value> starts)
    {
        var values = starts.Select(s => definitions.TryGetValue(s, out var known) && known is Constant constant ? constant.Number : (long?)null).Distinct().ToList();
        return values.Count == 1 ? values[0] : null;
    }

    private long? Evaluate(Value value, Value counter, long at)
    {
        if (value == counter)
            return at;
        if (!definitions.TryGetValue(value, out var instruction))
            return null;
        switch (instruction)
        {
            case Constant constant:
                return constant.Number;
            case Opaque opaque:
                return Evaluate(opaque.Operand, counter, at);
            case Convert { Operand.Type: IntType } convert when value.Type is IntType type:
                return Evaluate(convert.Operand, counter, at) is { } operand ? LiteralEvaluation.Wrap(operand, type) : null;
            case Unary { Operator: UnaryOperator.Not, Operand.Type: BoolType } not:
                return 1 - Evaluate(not.Operand, counter, at);
            case Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Distance or BinaryOperator.Multiply } binary when value.Type is IntType type:
                return Evaluate(binary.Left, counter, at) is { } left && Evaluate(binary.Right, counter, at) is { } right
                    ? LiteralEvaluation.Wrap(LiteralEvaluation.Compute(binary.Operator, left, right), type)
                    : null;
            case Compare { Left.Type: IntType type } compare:
                return Evaluate(compare.Left, counter, at) is { } a && Evaluate(compare.Right, counter, at) is { } b
                    ? LiteralEvaluation.Relate(compare.Relation, a, b, type.Signed)
                    : null;
            default:
                return null;
        }
    }
}
