using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>An edge as it lies in the graph.</summary>
/// <param name="From">The block that it leaves.</param>
/// <param name="Edge">Where it leads, with its arguments.</param>
public readonly record struct Predecessor(Block From, Edge Edge);

/// <summary>Who comes before whom in a function. Blocks that nothing leads to are not part of it.</summary>
public sealed class FlowGraph
{
    private readonly Dictionary<BlockReference, int> positions = [];
    private readonly List<Predecessor>[] predecessors;
    private readonly int[] dominators;
    private SortedSet<int>[]? frontiers;

    private FlowGraph(Function function)
    {
        var blocks = function.Blocks.ToDictionary(b => b.Reference);
        Order = ReversePostOrder(function.Blocks[0], blocks);
        for (int i = 0; i < Order.Length; i++)
            positions.Add(Order[i].Reference, i);
        predecessors = new List<Predecessor>[Order.Length];
        for (int i = 0; i < Order.Length; i++)
            predecessors[i] = [];
        foreach (var block in Order)
        {
            foreach (var edge in block.End.Edges)
                predecessors[positions[edge.Block]].Add(new(block, edge));
        }
        dominators = Dominators();
    }

    /// <summary>The reachable blocks, each before those it leads to, but for the edges that close loops.</summary>
    public ImmutableArray<Block> Order { get; }

    /// <summary>The graph of a function.</summary>
    /// <param name="function">A function whose edges name blocks that it has.</param>
    public static FlowGraph Of(Function function) => new(function);

    /// <summary>Whether anything leads to a block.</summary>
    /// <param name="block">A block of the function.</param>
    public bool IsReachable(BlockReference block) => positions.ContainsKey(block);

    /// <summary>The block's place in <see cref="Order"/>.</summary>
    /// <param name="block">A reachable block.</param>
    public int Position(BlockReference block) => positions[block];

    /// <summary>The edges into a block.</summary>
    /// <param name="block">A reachable block.</param>
    public IReadOnlyList<Predecessor> Predecessors(BlockReference block) => predecessors[positions[block]];

    /// <summary>The closest block that every way to this one passes; null for the first block.</summary>
    /// <param name="block">A reachable block.</param>
    public Block? ImmediateDominator(BlockReference block)
    {
        int at = positions[block];
        return at == 0 ? null : Order[dominators[at]];
    }

    /// <summary>Whether every way to <paramref name="later"/> passes <paramref name="earlier"/>; a block dominates itself.</summary>
    /// <param name="earlier">A reachable block.</param>
    /// <param name="later">A reachable block.</param>
    public bool Dominates(BlockReference earlier, BlockReference later)
    {
        int wanted = positions[earlier];
        int at = positions[later];
        while (at > wanted)
            at = dominators[at];
        return at == wanted;
    }

    /// <summary>The blocks where ways that pass this block meet ways that need not.</summary>
    /// <param name="block">A reachable block.</param>
    public IEnumerable<Block> DominanceFrontier(BlockReference block)
    {
        frontiers ??= Frontiers();
        return frontiers[positions[block]].Select(i => Order[i]);
    }

    private SortedSet<int>[] Frontiers()
    {
        var result = Order.Select(_ => new SortedSet<int>()).ToArray();
        for (int i = 0; i < Order.Length; i++)
        {
            if (predecessors[i].Count < 2)
                continue;
            foreach (var predecessor in predecessors[i])
            {
                for (int at = positions[predecessor.From.Reference]; at != dominators[i]; at = dominators[at])
                    result[at].Add(i);
            }
        }
        return result;
    }

    private static ImmutableArray<Block> ReversePostOrder(Block first, Dictionary<BlockReference, Block> blocks)
    {
        var order = new List<Block>();
        var seen = new HashSet<BlockReference> { first.Reference };
        var pending = new Stack<(Block Block, int Next)>();
        pending.Push((first, 0));
        while (pending.Count > 0)
        {
            var (block, next) = pending.Pop();
            var edges = block.End.Edges;
            if (next == edges.Length)
            {
                order.Add(block);
                continue;
            }
            pending.Push((block, next + 1));
            // The last edge is walked first, so that the first one's blocks come first in the order.
            var target = edges[edges.Length - 1 - next].Block;
            if (seen.Add(target))
                pending.Push((blocks[target], 0));
        }
        order.Reverse();
        return [.. order];
    }

    // Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm".
    private int[] Dominators()
    {
        var result = new int[Order.Length];
        for (int i = 1; i < result.Length; i++)
            result[i] = -1;
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int i = 1; i < result.Length; i++)
            {
                int closest = -1;
                foreach (var predecessor in predecessors[i])
                {
                    int from = positions[predecessor.From.Reference];
                    if (result[from] >= 0)
                        closest = closest < 0 ? from : Common(result, closest, from);
                }
                changed |= result[i] != closest;
                result[i] = closest;
            }
        }
        return result;
    }

    private static int Common(int[] dominators, int a, int b)
    {
        while (a != b)
        {
            while (a > b)
                a = dominators[a];
            while (b > a)
                b = dominators[b];
        }
        return a;
    }
}
