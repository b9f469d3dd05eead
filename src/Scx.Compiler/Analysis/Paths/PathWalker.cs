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

    // The same for a loop that has had more once.
    private const int RoundsAgain = 4;

    // The same for a loop that costs much, which then is walked for all rounds to come as if its numbers could be any.
    private const int RoundsOfCostly = 2;

    // Instructions that the rounds of such a loop take, and how often a loop can have had too many rounds before it is one.
    private const int Costly = 1_000;
    private const int Often = 2;

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
    private readonly PathMatch match = new();

    // How often those had more than that which will have when their method is called again.
    private readonly Dictionary<(MethodPaths Method, int Position), int> longLoops = [];
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
        var state = new PathState { Task = TaskProgress.Of(program.Entry is null && !context.IsCalledBack ? program.Callback : null) };
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
        var visit = new Visit(method);
        Arrive(visit, 0, entry);
        while (budget > 0 && visit.Next() is { } at)
        {
            cancellation.ThrowIfCancellationRequested();
            var state = visit.Places[at]!.Pending.Dequeue();
            // What is compared with later must stay as it is.
            WalkBlock(visit, at, 0, method.IsJoin(at) ? state.Clone() : state);
        }
        return visit.Ends;
    }

    /// <summary>The rest of a block, on each way that its calls come back.</summary>
    private void WalkBlock(Visit visit, int at, int from, PathState state)
    {
        var method = visit.Method;
        var block = method[at];
        for (int i = from; i < block.Instructions.Length; i++)
        {
            budget--;
            var instruction = block.Instructions[i];
            if (instruction is Call call)
            {
                foreach (var end in CallMethod(call, state, method.LiveAfter(call)))
                {
                    if (call.Result is { } result)
                        end.State.Values[result] = end.Result ?? Fresh(result.Type, call);
                    WalkBlock(visit, at, i + 1, end.State);
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
                    WalkBlock(visit, at, i + 1, held);
                if (failed is not null)
                    WalkBlock(visit, at, i + 1, failed);
                return;
            }
        }
        Leave(visit, at, state);
    }

    private void Leave(Visit visit, int at, PathState state)
    {
        var end = visit.Method[at].End;
        switch (end)
        {
            case Return { Result: var result }:
                current = visit.Method;
                AtEnd(new MethodEnd(end.Span, $"'{current.Function.DisplayName}' returns here", result), state);
                CheckResult((Return)end, state);
                visit.Ends.Add(new PathEnd(state, result is null ? null : state.Values[result]));
                break;
            case Branch branch:
                var condition = state.Values[branch.Condition];
                bool? known = state.Range(condition).Single is { } single ? single != 0 : null;
                var other = known is null ? state.Clone() : state;
                if (known is not false && state.Assume(condition, true))
                {
                    SingleOut(condition, true, state);
                    Take(branch.WhenTrue, state, true);
                }
                if (known is not true && other.Assume(condition, false))
                {
                    SingleOut(condition, false, other);
                    Take(branch.WhenFalse, other, false);
                }
                break;
            case Jump jump:
                Go(visit, jump.Target, state);
                break;
            case Trap:
                current = visit.Method;
                AtEnd(visit.Method.IsCut(at)
                    ? new MethodEnd(end.Span, $"the loop is cut short, which leaves '{current.Function.DisplayName}'", null)
                    : new MethodEnd(state.Path?.Span ?? end.Span, $"there is no such entry, which leaves '{current.Function.DisplayName}' here", null), state);
                break;
            case MayGoto loop:
                var patient = state.Clone();
                Go(visit, loop.Next, patient);
                Go(visit, loop.Exhausted, state);
                break;
        }

        void Take(Edge edge, PathState along, bool held)
        {
            along.Path = new PathStep(end.Span, along.Path) { Held = held };
            // What the compiler compares an index with is told of where the index is.
            if (visit.Method.OnlyTraps(visit.Method.Graph.Position(edge.Block)) && visit.Method.Maker(((Branch)end).Condition) is Compare { Left.Type: not PointerType })
                along.Lost++;
            Go(visit, edge, along);
        }
    }

    private void Go(Visit visit, Edge edge, PathState state)
    {
        int at = visit.Method.Graph.Position(edge.Block);
        if (edge.Arguments.Length > 0)
        {
            var parameters = visit.Method[at].Parameters;
            Symbol[] arguments = [.. edge.Arguments.Select(a => state.Values[a])];
            for (int i = 0; i < arguments.Length; i++)
                state.Values[parameters[i]] = arguments[i];
        }
        Arrive(visit, at, state);
    }

    private void Arrive(Visit visit, int at, PathState state)
    {
        var method = visit.Method;
        var place = visit.Places[at] ??= new Place(budget);
        if (!method.IsJoin(at))
        {
            // Whatever comes here comes from one block, where it has been compared.
            visit.Enqueue(at, state);
            return;
        }
        state.Prune(method.Live(at), scratch);
        if (match.Covered(place.Seen, state))
            return;
        longLoops.TryGetValue((method, at), out int times);
        bool costly = times >= Often || place.Budget - budget > Costly;
        bool loop = method.IsLoop(at) && place.Seen.Count >= (costly ? RoundsOfCostly : times > 0 ? RoundsAgain : Rounds);
        if (loop && place.Merged == 0)
            longLoops[(method, at)] = times + 1;
        if ((loop || place.Seen.Count >= MaxStates) && !Merge(place, ref state, !loop ? null : costly ? [] : method.Thresholds))
            return;
        place.Seen.Add(state);
        visit.Enqueue(at, state);
    }

    /// <summary>Makes one state of this and those it can be merged with; false if nothing new came of it.</summary>
    private bool Merge(Place place, ref PathState state, IReadOnlyList<ulong>? thresholds)
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
            return !match.Covered(place.Seen, joined);
        }
        // Another kind of state than all so far.
        return place.Seen.Count < MaxStates + MaxWidened;
    }

    private Unknown Fresh(IrType type, Instruction maker, bool exact = true) => new(type, new Origin(maker, maker.Span, exact));

    /// <summary>A method while it is walked.</summary>
    private sealed class Visit(MethodPaths method)
    {
        // No place before it has anything pending.
        private int first;

        public MethodPaths Method { get; } = method;

        public Place?[] Places { get; } = new Place?[method.Graph.Order.Length];

        public List<PathEnd> Ends { get; } = [];

        /// <summary>The first block that a state waits at, or null.</summary>
        public int? Next()
        {
            while (first < Places.Length && Places[first] is not { Pending.Count: > 0 })
                first++;
            return first < Places.Length ? first : null;
        }

        public void Enqueue(int at, PathState state)
        {
            Places[at]!.Pending.Enqueue(state);
            first = Math.Min(first, at);
        }
    }

    /// <summary>A block while its method is walked.</summary>
    /// <param name="budget">What was left when a way came there first.</param>
    private sealed class Place(int budget)
    {
        public int Budget { get; } = budget;

        public List<PathState> Seen { get; } = [];

        public Queue<PathState> Pending { get; } = new();

        public int Merged { get; set; }
    }
}
