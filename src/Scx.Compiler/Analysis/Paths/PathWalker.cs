using Scx.Compiler.Analysis.Scheduling;
using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>A way that has come to the end of a method.</summary>
/// <param name="State">What is known then; the method's own values are gone.</param>
/// <param name="Result">What it returns, or null.</param>
internal readonly record struct PathEnd(PathState State, Symbol? Result);

/// <summary>
/// Walks the ways through a program, those through the methods it calls included, as the verifier does: each on its own, until it comes to a
/// place in a state that has been seen there. Loops are walked round by round, and after some rounds for all rounds to come at once.
/// </summary>
internal sealed partial class PathWalker
{
    // Rounds of a loop that are walked one by one.
    private const int Rounds = 16;

    // Widened states of a loop; more are not worth their time.
    private const int MaxWidened = 24;

    // More different states at one block than any method written by hand has needed.
    private const int MaxStates = 48;

    // Ways that come back from a method.
    private const int MaxEnds = 12;

    private readonly Dictionary<FunctionReference, MethodPaths> methods;
    private readonly SymbolTable symbols = new();
    private readonly PathFindings findings;
    private readonly Program program;
    private readonly WalkContext context;
    private readonly CancellationToken cancellation;
    private readonly Stack<CallInstruction> calls = new();
    private readonly PruneScratch scratch = new();
    private int budget;
    private MethodPaths current = null!;
    private (int Block, int Instruction) position;

    public PathWalker(
        Dictionary<FunctionReference, MethodPaths> methods, Program program, WalkContext context, PathFindings findings, HashSet<QueueUse> queueUses,
        int budget, CancellationToken cancellation)
    {
        this.context = context;
        this.queueUses = queueUses;
        this.methods = methods;
        this.program = program;
        this.findings = findings;
        this.budget = budget;
        this.cancellation = cancellation;
    }

    /// <summary>Walks the program from its start.</summary>
    /// <returns>Whether it came to the end of every way.</returns>
    public bool Walk()
    {
        var method = methods[context.Function];
        var state = new PathState();
        for (int i = 0; i < method.Function.Parameters.Length; i++)
        {
            var parameter = method.Function.Parameters[i];
            state.Values[parameter] = new Unknown(parameter.Type, new Origin(null, method.Function.Span) { Parameter = context.IsCalledBack ? -1 : i });
        }
        Walk(method, state);
        return budget > 0;
    }

    /// <summary>Every way from the start of a method to its end.</summary>
    private List<PathEnd> Walk(MethodPaths method, PathState entry)
    {
        var places = new Place[method.Graph.Order.Length];
        var pending = new SortedSet<int>();
        var ends = new List<PathEnd>();
        Arrive(method, places, pending, 0, entry);
        while (pending.Count > 0 && budget > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            int at = pending.Min;
            var place = places[at];
            var state = place.Pending.Dequeue();
            if (place.Pending.Count == 0)
                pending.Remove(at);
            // What is compared with later must stay as it is.
            WalkBlock(method, at, 0, method.IsJoin(at) ? state.Clone() : state, (end, left) => Leave(method, places, pending, end, left, ends));
        }
        return ends;
    }

    /// <summary>The rest of a block, on each way that its calls come back.</summary>
    private void WalkBlock(MethodPaths method, int at, int from, PathState state, Action<Terminator, PathState> leave)
    {
        var block = method[at];
        for (int i = from; i < block.Instructions.Length; i++)
        {
            budget--;
            var instruction = block.Instructions[i];
            if (instruction is Call call)
            {
                foreach (var end in CallMethod(call, state))
                {
                    if (call.Result is { } result)
                        end.State.Values[result] = end.Result ?? Fresh(result.Type, call);
                    WalkBlock(method, at, i + 1, end.State, leave);
                }
                return;
            }
            (current, position) = (method, (at, i));
            if (!Step(instruction, state))
                return;
            if (instruction is CallInstruction taking && EffectsOf(taking).Enters == SectionKind.ResilientSpinLock)
            {
                TakeOrFail(taking, state, out var held, out var failed);
                if (held is not null)
                    WalkBlock(method, at, i + 1, held, leave);
                if (failed is not null)
                    WalkBlock(method, at, i + 1, failed, leave);
                return;
            }
        }
        leave(block.End, state);
    }

    private void Leave(MethodPaths method, Place[] places, SortedSet<int> pending, Terminator end, PathState state, List<PathEnd> ends)
    {
        switch (end)
        {
            case Return { Result: var result }:
                current = method;
                AtReturn((Return)end, state);
                CheckResult((Return)end, state);
                ends.Add(new PathEnd(state, result is null ? null : state.Values[result]));
                break;
            case Branch branch:
                var condition = state.Values[branch.Condition];
                bool? known = state.Range(condition).Single is { } single ? single != 0 : null;
                var other = known is null ? state.Clone() : state;
                if (known is not false && state.Assume(condition, true))
                {
                    SingleOut(condition, true, state);
                    Go(branch.WhenTrue, state, true);
                }
                if (known is not true && other.Assume(condition, false))
                {
                    SingleOut(condition, false, other);
                    Go(branch.WhenFalse, other, false);
                }
                break;
            default:
                foreach (var edge in end.Edges)
                    Go(edge, edge == end.Edges[end.Edges.Length - 1] ? state : state.Clone(), null);
                break;
            case MayGoto loop:
                var patient = state.Clone();
                Go(loop.Next, patient, null);
                Go(loop.Exhausted, state, null);
                break;
        }

        void Go(Edge edge, PathState along, bool? held)
        {
            if (held is not null)
                along.Path = new PathStep(end.Span, along.Path) { Held = held };
            var target = method[method.Graph.Position(edge.Block)];
            var arguments = edge.Arguments.Select(a => along.Values[a]).ToList();
            for (int i = 0; i < arguments.Count; i++)
                along.Values[target.Parameters[i]] = arguments[i];
            Arrive(method, places, pending, method.Graph.Position(edge.Block), along);
        }
    }

    private void Arrive(MethodPaths method, Place[] places, SortedSet<int> pending, int at, PathState state)
    {
        var place = places[at] ??= new Place();
        if (!method.IsJoin(at))
        {
            // Whatever comes here comes from one block, where it has been compared.
            place.Pending.Enqueue(state);
            pending.Add(at);
            return;
        }
        state.Prune(method.Live(at), scratch);
        if (place.Seen.Any(seen => PathMatch.Covers(seen, state)))
            return;
        bool loop = method.IsLoop(at) && place.Seen.Count >= Rounds;
        if ((loop || place.Seen.Count >= MaxStates) && !Merge(place, ref state, loop ? method.Thresholds : null))
            return;
        place.Seen.Add(state);
        place.Pending.Enqueue(state);
        pending.Add(at);
    }

    /// <summary>Makes one state of this and those it can be merged with; false if nothing new came of it.</summary>
    private static bool Merge(Place place, ref PathState state, IReadOnlyList<ulong>? thresholds)
    {
        if (++place.Merged > MaxStates + MaxWidened)
            return false;
        for (int i = place.Seen.Count - 1; i >= 0; i--)
        {
            if (PathJoin.Of(place.Seen[i], state, thresholds) is not { } joined)
                continue;
            state = joined;
            // In a loop the rounds to come are what is joined.
            if (thresholds is null)
                state.Lost++;
            return !place.Seen.Any(seen => PathMatch.Covers(seen, joined));
        }
        // Another kind of state than all so far.
        return place.Seen.Count < MaxStates + MaxWidened;
    }

    private Unknown Fresh(IrType type, Instruction maker, bool exact = true) => new(type, new Origin(maker, maker.Span, exact));

    /// <summary>A block while its method is walked.</summary>
    private sealed class Place
    {
        public List<PathState> Seen { get; } = [];

        public Queue<PathState> Pending { get; } = new();

        public int Merged { get; set; }
    }
}
