using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

internal sealed partial class PathWalker
{
    /// <summary>The ways through a method of the scheduler's, walked from here: the verifier does so too.</summary>
    private List<PathEnd> CallMethod(Call call, PathState state)
    {
        if (!methods.TryGetValue(call.Function, out var callee) || calls.Any(c => c is Call { Function: var f } && f == call.Function))
            return [new PathEnd(state, null)];
        if (callee.Function.Inlining == Inlining.Global && Held(state) is { } held)
            Report(Rules.CallUnderLock, call, [callee.Function.DisplayName], new RelatedPlace(held.Span, "locked here"));
        var arguments = call.Arguments.Select(a => state.Values[a]).ToList();
        var inner = state.Clone();
        inner.Enter();
        for (int i = 0; i < arguments.Count; i++)
            inner.Values[callee.Function.Parameters[i]] = arguments[i];
        calls.Push(call);
        var ends = Walk(callee, inner);
        calls.Pop();
        return Distinct(ends, call);
    }

    private List<PathEnd> Distinct(List<PathEnd> ends, Call call)
    {
        var kept = new List<PathEnd>();
        foreach (var end in ends)
        {
            end.State.Leave();
            if (call.Result is { } result && end.Result is { } returned)
                end.State.Values[result] = returned;
            DropSlots(end.State, call.Function);
            if (kept.Count < MaxEnds && !kept.Any(k => PathMatch.Covers(k.State, end.State)))
                kept.Add(end);
        }
        return kept;
    }

    private void DropSlots(PathState state, FunctionReference function)
    {
        var slots = methods[function].Slots;
        foreach (var address in state.Memory.Keys.Where(a => PathState.Root(a) is Storage { Slot: { } slot } && slots.Contains(slot)).ToList())
            state.Memory.Remove(address);
    }

    /// <summary>What a function of the kernel may write: the variables whose addresses it is given, and anything outside of the stack.</summary>
    private static void Clobber(PathState state, IEnumerable<Symbol> arguments)
    {
        var given = new HashSet<Symbol>(arguments.Where(a => a.Type is PointerType).Select(PathState.Root));
        foreach (var address in state.Memory.Keys.ToList())
        {
            var root = PathState.Root(address);
            if (root is Storage { Global.Section: GlobalSection.ReadOnly })
                continue;
            // A dynptr is of what it was made of, whatever is written there.
            if (state.Memory[address] is Unknown { Type: StructType })
                continue;
            if (root is not Storage { Slot: not null } || given.Contains(root))
                state.Memory.Remove(address);
        }
    }
}
