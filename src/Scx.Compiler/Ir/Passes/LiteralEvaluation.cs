namespace Scx.Compiler.Ir.Passes;

/// <summary>Works out a condition from literals: just enough to follow a truth value that was stored and tested again.</summary>
internal static class LiteralEvaluation
{
    public static bool Understands(Instruction instruction) => instruction is Constant or Compare or Unary { Operator: UnaryOperator.Not };

    /// <summary>A value computed in a block from its parameters, or null if it is not known.</summary>
    public static long? Of(Value value, Block block, ValueSubstitution parameters, IReadOnlyDictionary<Value, long> literals)
    {
        value = parameters[value];
        if (literals.TryGetValue(value, out long literal))
            return literal;
        return block.Instructions.FirstOrDefault(i => i.Result == value) switch
        {
            Unary { Operator: UnaryOperator.Not, Operand: { Type: BoolType } operand } => 1 - Of(operand, block, parameters, literals),
            Compare compare => Of(compare.Left, block, parameters, literals) is { } left && Of(compare.Right, block, parameters, literals) is { } right
                ? Relate(compare.Relation, left, right, compare.Left.Type is IntType { Signed: true })
                : null,
            _ => null,
        };
    }

    /// <summary>The result before it is cut to the width of its type.</summary>
    public static long Compute(BinaryOperator operation, long left, long right) => unchecked(operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract or BinaryOperator.Distance => left - right,
        _ => left * right,
    });

    /// <summary>A number cut to the width of a type, in the form that constants have.</summary>
    public static long Wrap(long number, IntType type)
    {
        int unused = 64 - type.Bits;
        return type.Signed ? number << unused >> unused : (long)((ulong)number << unused >> unused);
    }

    /// <summary>1 if the relation holds, else 0.</summary>
    public static long Relate(Relation relation, long left, long right, bool signed)
    {
        int order = signed ? left.CompareTo(right) : unchecked((ulong)left).CompareTo(unchecked((ulong)right));
        bool holds = relation switch
        {
            Relation.Equal => order == 0,
            Relation.NotEqual => order != 0,
            Relation.Less => order < 0,
            Relation.LessOrEqual => order <= 0,
            Relation.Greater => order > 0,
            _ => order >= 0,
        };
        return holds ? 1 : 0;
    }
}
