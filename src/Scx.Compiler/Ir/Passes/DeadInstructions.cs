namespace Scx.Compiler.Ir.Passes;

/// <summary>Removes computations and block parameters that nothing reads.</summary>
public static class DeadInstructions
{
    /// <summary>The function without them. What carries an obligation stays: the mistake it may hold is the user's to hear of.</summary>
    /// <param name="function">A well-formed function.</param>
    public static Function Remove(Function function)
    {
        var live = Live(function);
        var rewritten = function with
        {
            Blocks = [.. function.Blocks.Select(block => block with
            {
                Instructions = [.. block.Instructions.Where(i => HasEffect(i) || live.Contains(i.Result!))],
            })],
        };
        return BlockParameters.Keep(rewritten, live.Contains);
    }

    private static HashSet<Value> Live(Function function)
    {
        // What each value is made of: the operands of its instruction, or the arguments of its parameter.
        var sources = new Dictionary<Value, List<Value>>();
        var parameters = function.Blocks.ToDictionary(b => b.Reference, b => b.Parameters);
        var pending = new Stack<Value>();
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (instruction.Result is { } result)
                    sources[result] = [.. instruction.Operands];
                if (!HasEffect(instruction))
                    continue;
                foreach (var read in instruction.Operands.Concat(ObligationValues.Of(instruction)))
                    pending.Push(read);
            }
            foreach (var read in block.End.Operands)
                pending.Push(read);
            foreach (var edge in block.End.Edges)
            {
                for (int i = 0; i < edge.Arguments.Length; i++)
                {
                    var parameter = parameters[edge.Block][i];
                    if (!sources.TryGetValue(parameter, out var arguments))
                        sources.Add(parameter, arguments = []);
                    arguments.Add(edge.Arguments[i]);
                }
            }
        }
        var live = new HashSet<Value>();
        while (pending.Count > 0)
        {
            var value = pending.Pop();
            if (!live.Add(value) || !sources.TryGetValue(value, out var from))
                continue;
            foreach (var read in from)
                pending.Push(read);
        }
        return live;
    }

    private static bool HasEffect(Instruction instruction) => !instruction.Obligations.IsEmpty || instruction switch
    {
        LeafInstruction => false,
        Load load => load.Volatile,
        FieldAddress or ElementAddress or KernelFieldAddress or ArenaAddress => false,
        Binary or Unary or Compare or Convert or Select or Opaque => false,
        _ => true,
    };
}
