using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>A pointer that is followed on some way on which nothing has shown that it is not null.</summary>
/// <param name="Root">Where the pointer comes from.</param>
/// <param name="Instruction">What follows it.</param>
/// <param name="Pointer">The name it is followed by.</param>
internal readonly record struct NullUse(Value Root, Instruction Instruction, Value Pointer);

/// <summary>
/// Walks the ways through a function as the verifier does, keeping apart the ways that know different things. Gives up, and says nothing, where
/// there are too many.
/// </summary>
internal sealed class NullPaths
{
    // More different states at one block than any function written by hand has needed.
    private const int MaxStates = 64;

    private readonly FlowGraph graph;
    private readonly PathFacts facts;
    private readonly Dictionary<BlockReference, HashSet<Value>> live;
    private readonly Dictionary<BlockReference, HashSet<PathState>> seen = [];
    private readonly Stack<(Block Block, PathState State)> pending = new();
    private readonly HashSet<NullUse> uses = [];

    public NullPaths(Function function)
    {
        graph = FlowGraph.Of(function);
        Definitions = new Definitions(function, graph);
        facts = new PathFacts(Definitions);
        live = Liveness.OnEntry(graph, Definitions);
    }

    public Definitions Definitions { get; }

    /// <summary>Every unproven use, or none if the ways were too many to follow.</summary>
    public IReadOnlyCollection<NullUse> Find()
    {
        pending.Push((graph.Order[0], PathState.Empty));
        while (pending.Count > 0)
        {
            var (block, state) = pending.Pop();
            foreach (var instruction in block.Instructions)
                state = Run(instruction, state);
            if (!Leave(block, state))
                return [];
        }
        return uses;
    }

    private PathState Run(Instruction instruction, PathState state)
    {
        foreach (var obligation in instruction.Obligations.OfType<NonNull>())
        {
            if (facts.Evaluate(obligation.Pointer, state) == 1)
                continue;
            var root = state.Root(obligation.Pointer, Definitions);
            uses.Add(new NullUse(root, instruction, obligation.Pointer));
            // One error for one mistake: from here on it counts as tested.
            state = state.With(root, 1);
        }
        return state;
    }

    private bool Leave(Block block, PathState state)
    {
        if (block.End is Branch branch)
            return Enter(branch.WhenTrue, facts.Assume(branch.Condition, true, state)) && Enter(branch.WhenFalse, facts.Assume(branch.Condition, false, state));
        return block.End.Edges.All(edge => Enter(edge, state));
    }

    private bool Enter(Edge edge, PathState? state)
    {
        if (state is null)
            return true;
        var block = graph.Order[graph.Position(edge.Block)];
        var given = edge.Arguments.Select(a => (Number: facts.Evaluate(a, state), Root: state.Root(a, Definitions))).ToList();
        bool Stale(Value value) => graph.Dominates(block.Reference, Definitions.Block(value));
        var entered = state.Forget(Stale);
        for (int i = 0; i < given.Count; i++)
        {
            var parameter = block.Parameters[i];
            if (given[i].Number is { } number)
                entered = entered.With(parameter, number);
            else if (parameter.Type is PointerType && !Stale(given[i].Root))
                entered = entered.WithAlias(parameter, given[i].Root);
        }
        entered = entered.Keep(live[block.Reference]);

        if (!seen.TryGetValue(block.Reference, out var states))
            seen.Add(block.Reference, states = []);
        if (!states.Add(entered))
            return true;
        pending.Push((block, entered));
        return states.Count <= MaxStates;
    }
}
