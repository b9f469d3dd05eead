using System.Collections.Immutable;
using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

internal sealed partial class PathWalker
{
    /// <summary>The ways through a method of the scheduler's, walked from here: the verifier does so too.</summary>
    private List<PathEnd> CallMethod(Call call, PathState state, HashSet<Value> live)
    {
        if (!methods.TryGetValue(call.Function, out var callee) || IsWaiting(call.Function))
            return [new PathEnd(state, null)];
        if (callee.Function.Inlining == Inlining.Global && Held(state) is { } held)
            Report(Rules.CallUnderLock, call, [callee.Function.DisplayName], new RelatedPlace(held.Span, "locked here"));
        Symbol[] arguments = [.. call.Arguments.Select(a => state.Values[a])];
        state.Keep(live);
        state.Enter();
        for (int i = 0; i < arguments.Length; i++)
            state.Values[callee.Function.Parameters[i]] = arguments[i];
        var counted = callee.Function.Counts is { } count ? state.Range(arguments[0]).Counted(count, NumberRange.BitsOf(call.Result!.Type)) : (NumberRange?)null;
        calls.Push(call);
        var ends = Walk(callee, state);
        calls.Pop();
        if (counted is { } range)
            ends.RemoveAll(end => !end.State.Narrow(end.Result!, end.State.Range(end.Result!).Intersect(range)));
        return Distinct(ends, call, live);
    }

    private bool IsWaiting(FunctionReference function)
    {
        foreach (var call in calls)
        {
            if (call is Call called && called.Function == function)
                return true;
        }
        return false;
    }

    private List<PathEnd> Distinct(List<PathEnd> ends, Call call, HashSet<Value> live)
    {
        var kept = new List<PathEnd>();
        foreach (var end in ends)
        {
            end.State.Leave();
            if (call.Result is { } result && end.Result is { } returned)
                end.State.Values[result] = returned;
            DropSlots(end.State, call.Function);
            end.State.Prune(live, scratch);
            if (kept.Count < MaxEnds && !IsCovered(end.State, kept))
                kept.Add(end);
        }
        return kept;
    }

    private bool IsCovered(PathState state, List<PathEnd> ends)
    {
        foreach (var end in ends)
        {
            if (match.Covers(end.State, state))
                return true;
        }
        return false;
    }

    private void DropSlots(PathState state, FunctionReference function)
    {
        var slots = methods[function].Slots;
        if (slots.Count == 0)
            return;
        foreach (var entry in state.Memory)
        {
            if (PathState.Root(entry.Key) is Storage { Slot: { } slot } && slots.Contains(slot))
                state.Memory.Remove(entry.Key);
        }
    }

    /// <summary>What a function of the kernel may write: the variables whose addresses it is given, and anything outside of the stack.</summary>
    private static void Clobber(PathState state, ImmutableArray<Value> arguments)
    {
        foreach (var entry in state.Memory)
        {
            var root = PathState.Root(entry.Key);
            if (root is Storage { Global.Section: GlobalSection.ReadOnly })
                continue;
            // A dynptr is of what it was made of, whatever is written there.
            if (entry.Value is Unknown { Type: StructType })
                continue;
            if (root is not Storage { Slot: not null } || IsGiven(root, arguments, state))
                state.Memory.Remove(entry.Key);
        }
    }

    private static bool IsGiven(Symbol variable, ImmutableArray<Value> arguments, PathState state)
    {
        foreach (var argument in arguments)
        {
            if (state.Values[argument] is { Type: PointerType } address && PathState.Root(address) == variable)
                return true;
        }
        return false;
    }
}
