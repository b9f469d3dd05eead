using System.Collections.Immutable;

namespace Scx.Compiler.Ir.Passes;

/// <summary>
/// Straightens branches whose way is known: on a literal; on a comparison with null of what the kernel always hands over; and, where a block does nothing but choose by its parameters, on the edges that
/// bring a literal (what is left of <c>a is T &amp;&amp; b</c> used as a value). Constants of the running kernel are no literals here.
/// </summary>
public static class KnownBranches
{
    // Each round can only make more edges known; real functions need two or three.
    private const int MaxRounds = 16;

    /// <summary>The function with the known branches made jumps.</summary>
    /// <param name="function">A well-formed function.</param>
    public static Function Fold(Function function)
    {
        for (int round = 0; round < MaxRounds; round++)
        {
            var literals = function.Blocks.SelectMany(b => b.Instructions).OfType<Constant>().ToDictionary(c => c.Result!, c => c.Number);
            AddTestsOfOwned(function, literals);
            var choosers = Choosers(function);
            bool changed = false;
            function = function with
            {
                Blocks = [.. function.Blocks.Select(block =>
                {
                    var end = Straighten(block.End, choosers, literals);
                    changed |= !ReferenceEquals(end, block.End);
                    return block with { End = end };
                })],
            };
            if (!changed)
                return function;
            function = UnreachableBlocks.Remove(function);
        }
        return function;
    }

    /// <summary>What <c>using</c> asks before it releases: whether a reference is null that the kernel never hands over as null.</summary>
    private static void AddTestsOfOwned(Function function, Dictionary<Value, long> literals)
    {
        var definitions = function.Definitions();
        bool IsOwned(Value value) => definitions.TryGetValue(value, out var definition) && definition switch
        {
            CallKernel { Function.Effects.Acquires: true } => value.Type is PointerType { MayBeNull: false },
            Convert convert => IsOwned(convert.Operand),
            _ => false,
        };
        foreach (var compare in definitions.Values.OfType<Compare>())
        {
            if (compare.Relation is Relation.Equal or Relation.NotEqual && definitions.TryGetValue(compare.Right, out var right) && right is NullConstant && IsOwned(compare.Left))
                literals.Add(compare.Result!, compare.Relation == Relation.Equal ? 0 : 1);
        }
    }

    private static Terminator Straighten(Terminator end, Dictionary<BlockReference, Block> choosers, Dictionary<Value, long> literals)
    {
        if (end is Branch branch && literals.TryGetValue(branch.Condition, out long known))
            end = new Jump(known != 0 ? branch.WhenTrue : branch.WhenFalse) { Span = branch.Span };
        var edges = end.Edges.Select(e => Redirect(e, choosers, literals)).ToImmutableArray();
        return edges.SequenceEqual(end.Edges, ReferenceComparer.Instance) ? end : end.With(end.Operands, edges);
    }

    private static Edge Redirect(Edge edge, Dictionary<BlockReference, Block> choosers, Dictionary<Value, long> literals)
    {
        if (!choosers.TryGetValue(edge.Block, out var chooser))
            return edge;
        var branch = (Branch)chooser.End;
        var values = new ValueSubstitution();
        for (int i = 0; i < edge.Arguments.Length; i++)
            values.Replace(chooser.Parameters[i], edge.Arguments[i]);
        if (LiteralEvaluation.Of(branch.Condition, chooser, values, literals) is not { } known)
            return edge;
        return values.Apply(known != 0 ? branch.WhenTrue : branch.WhenFalse);
    }

    /// <summary>Blocks that only choose: what they compute is read nowhere else.</summary>
    private static Dictionary<BlockReference, Block> Choosers(Function function)
    {
        var uses = new Dictionary<Value, HashSet<BlockReference>>();
        foreach (var block in function.Blocks)
        {
            foreach (var value in block.Instructions.SelectMany(i => i.Operands.Concat(ObligationValues.Of(i)))
                .Concat(block.End.Operands).Concat(block.End.Edges.SelectMany(e => e.Arguments)))
            {
                if (!uses.TryGetValue(value, out var users))
                    uses.Add(value, users = []);
                users.Add(block.Reference);
            }
        }
        bool Local(Block block, Value value) => !uses.TryGetValue(value, out var users) || users.All(u => u == block.Reference);
        return function.Blocks
            .Where(b => !b.Parameters.IsEmpty && b.End is Branch
                && b.Instructions.All(LiteralEvaluation.Understands)
                && b.Parameters.All(p => Local(b, p)) && b.Instructions.All(i => Local(b, i.Result!))
                && b.End.Edges.All(e => !e.Arguments.Any(a => b.Instructions.Any(i => i.Result == a))))
            .ToDictionary(b => b.Reference);
    }

    private sealed class ReferenceComparer : IEqualityComparer<Edge>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(Edge? x, Edge? y) => ReferenceEquals(x, y);

        public int GetHashCode(Edge edge) => edge.Block.GetHashCode();
    }
}
