using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>What a state says of a condition, and what a condition says of a state.</summary>
internal sealed class PathFacts(Definitions definitions)
{
    /// <summary>The number of a value, 0 or 1 for null or not null; null if it is not known.</summary>
    public long? Evaluate(Value value, PathState state)
    {
        var root = state.Root(value, definitions);
        if (state.TryGet(root, out long number))
            return number;
        if (root.Type is PointerType { MayBeNull: false })
            return 1;
        return definitions.Maker(root) switch
        {
            Constant constant => constant.Number,
            NullConstant => 0,
            Unary { Operator: UnaryOperator.Not, Operand: { Type: BoolType } operand } => 1 - Evaluate(operand, state),
            // A bool as a number and back is the same number.
            Ir.Convert { Operand: { Type: BoolType } operand } => Evaluate(operand, state),
            Compare { Relation: Relation.Equal } compare => Same(compare, state) is { } same ? (same ? 1 : 0) : null,
            Compare { Relation: Relation.NotEqual } compare => Same(compare, state) is { } same ? (same ? 0 : 1) : null,
            _ => null,
        };
    }

    /// <summary>The state where a condition came out as given, or null if it cannot have.</summary>
    public PathState? Assume(Value condition, bool holds, PathState state)
    {
        if (Evaluate(condition, state) is { } known)
            return (known != 0) == holds ? state : null;
        var root = state.Root(condition, definitions);
        state = state.With(root, holds ? 1 : 0);
        return definitions.Maker(root) switch
        {
            Unary { Operator: UnaryOperator.Not } not => Assume(not.Operand, !holds, state),
            Compare { Relation: Relation.Equal } compare => Related(compare, holds, state),
            Compare { Relation: Relation.NotEqual } compare => Related(compare, !holds, state),
            _ => state,
        };
    }

    private bool? Same(Compare compare, PathState state)
    {
        if (Evaluate(compare.Left, state) is not { } left || Evaluate(compare.Right, state) is not { } right)
            return null;
        // Two pointers that are both not null may still differ.
        return compare.Left.Type is PointerType && left != 0 && right != 0 ? null : left == right;
    }

    private PathState Related(Compare compare, bool equal, PathState state)
    {
        state = Learn(compare.Left, compare.Right, equal, state);
        return Learn(compare.Right, compare.Left, equal, state);
    }

    private PathState Learn(Value value, Value other, bool equal, PathState state)
    {
        if (Evaluate(value, state) is not null || Evaluate(other, state) is not { } number)
            return state;
        var root = state.Root(value, definitions);
        if (equal)
            return state.With(root, number);
        bool twoWays = value.Type is BoolType || (value.Type is PointerType && number == 0);
        return twoWays ? state.With(root, 1 - number) : state;
    }
}
