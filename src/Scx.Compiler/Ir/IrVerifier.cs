namespace Scx.Compiler.Ir;

/// <summary>Checks that a module is well-formed, so that a bug shows in the pass that made it. Blocks that nothing leads to are not looked at.</summary>
public static class IrVerifier
{
    /// <summary>Checks what the functions of a module are called, but none of them.</summary>
    /// <param name="module">The module.</param>
    /// <exception cref="InternalCompilerException">It is not well-formed.</exception>
    public static void VerifyNames(Module module)
    {
        var names = new HashSet<string>();
        foreach (var function in module.Functions)
        {
            if (!names.Add(function.Reference.Name))
                throw new InternalCompilerException(function.Span, $"two functions have the symbol {function.Reference.Name}");
        }
        foreach (var program in module.Programs)
        {
            if (!names.Contains(program.Function.Name))
                throw new InternalCompilerException(SourceSpan.None, $"program {program.Callback} has no function {program.Function.Name}");
        }
    }

    /// <summary>Checks one function.</summary>
    /// <param name="function">The function.</param>
    /// <exception cref="InternalCompilerException">It is not well-formed.</exception>
    public static void Verify(Function function)
    {
        CheckBlocks(function);
        var graph = FlowGraph.Of(function);
        if (graph.Predecessors(function.Blocks[0].Reference).Count > 0 || !function.Blocks[0].Parameters.IsEmpty)
            throw new InternalCompilerException(function.Span, $"{function.Reference.Name}: an edge leads to the first block");
        if (!function.Parameters.Select(p => p.Type).SequenceEqual(function.Reference.ParameterTypes))
            throw new InternalCompilerException(function.Span, $"{function.Reference.Name}: parameters differ from the signature's");
        CheckValues(function, graph);
        foreach (var block in graph.Order)
        {
            foreach (var instruction in block.Instructions)
                InstructionTypes.Check(instruction);
            CheckEnd(function, block, graph);
        }
    }

    private static void CheckBlocks(Function function)
    {
        var known = new HashSet<BlockReference>();
        foreach (var block in function.Blocks)
        {
            if (!known.Add(block.Reference))
                throw new InternalCompilerException(function.Span, $"{function.Reference.Name}: block {block.Reference.Label} is there twice");
        }
        foreach (var block in function.Blocks)
        {
            foreach (var edge in block.End.Edges)
            {
                if (!known.Contains(edge.Block))
                    throw new InternalCompilerException(block.End.Span, $"{function.Reference.Name}: no block {edge.Block.Label}");
            }
        }
    }

    private static void CheckValues(Function function, FlowGraph graph)
    {
        // Where each value is defined: the block, and the step in it (-1 for parameters).
        var definitions = new Dictionary<Value, (BlockReference Block, int Step)>();
        void Define(Value value, BlockReference block, int step, SourceSpan span)
        {
            if (definitions.ContainsKey(value))
                throw new InternalCompilerException(span, $"{function.Reference.Name}: value {value.Name} is defined twice");
            definitions.Add(value, (block, step));
        }
        foreach (var parameter in function.Parameters)
            Define(parameter, function.Blocks[0].Reference, -1, function.Span);
        foreach (var block in graph.Order)
        {
            foreach (var parameter in block.Parameters)
                Define(parameter, block.Reference, -1, block.End.Span);
            for (int i = 0; i < block.Instructions.Length; i++)
            {
                if (block.Instructions[i].Result is { } result)
                    Define(result, block.Reference, i, block.Instructions[i].Span);
            }
        }

        void Use(Value value, BlockReference block, int step, SourceSpan span, string by)
        {
            if (!definitions.TryGetValue(value, out var at))
                throw new InternalCompilerException(span, $"{function.Reference.Name}: {by} reads {value.Name ?? "a value"}, which nothing defines");
            if (at.Block == block ? at.Step >= step : !graph.Dominates(at.Block, block))
                throw new InternalCompilerException(span, $"{function.Reference.Name}: {by} reads {value.Name ?? "a value"} where it may not be defined");
        }
        foreach (var block in graph.Order)
        {
            for (int i = 0; i < block.Instructions.Length; i++)
            {
                var instruction = block.Instructions[i];
                foreach (var value in instruction.Operands.Concat(ObligationValues.Of(instruction)))
                    Use(value, block.Reference, i, instruction.Span, instruction.GetType().Name);
            }
            foreach (var value in block.End.Operands.Concat(block.End.Edges.SelectMany(e => e.Arguments)))
                Use(value, block.Reference, block.Instructions.Length, block.End.Span, block.End.GetType().Name);
        }
    }

    private static void CheckEnd(Function function, Block block, FlowGraph graph)
    {
        foreach (var edge in block.End.Edges)
        {
            var parameters = graph.Order[graph.Position(edge.Block)].Parameters;
            if (parameters.Length != edge.Arguments.Length)
                throw new InternalCompilerException(block.End.Span, $"{function.Reference.Name}: edge to {edge.Block.Label} has {edge.Arguments.Length} arguments");
            for (int i = 0; i < parameters.Length; i++)
                InstructionTypes.Assignable(edge.Arguments[i].Type, parameters[i].Type, block.End.Span, $"edge to {edge.Block.Label}");
        }
        switch (block.End)
        {
            case Branch { Condition.Type: not BoolType }:
                throw new InternalCompilerException(block.End.Span, $"{function.Reference.Name}: branch on a number");
            case Return { Result: null } when function.Reference.ReturnType is not VoidType:
            case Return { Result: not null } when function.Reference.ReturnType is VoidType:
                throw new InternalCompilerException(block.End.Span, $"{function.Reference.Name}: return does not fit the signature");
            case Return { Result: { } result }:
                InstructionTypes.Assignable(result.Type, function.Reference.ReturnType, block.End.Span, "return");
                break;
        }
    }
}
