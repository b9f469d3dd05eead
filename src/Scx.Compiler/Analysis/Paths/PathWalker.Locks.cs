using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <content>Spin locks: which are held, and what may be done meanwhile (process_spin_lock and check_reg_allocation_locked of kernel/bpf/verifier.c, 7.3).</content>
internal sealed partial class PathWalker
{
    private static bool IsLock(SectionKind? kind) => kind is SectionKind.SpinLock or SectionKind.ResilientSpinLock;

    private static OpenSection? Held(PathState state) => state.Sections.LastOrDefault(s => IsLock(s.Kind));

    /// <summary>Whether a call may be made with the locks that are held.</summary>
    private void CheckLocks(CallInstruction call, CallEffects effects, PathState state)
    {
        if (LinksObjects(call) && !state.Sections.Any(s => IsLock(s.Kind) && IsBeside(s.Lock!, state.Values[call.Arguments[0]])))
            Report(Rules.UnguardedLinks, call, [NameOf(call)], Held(state) is { } other ? new RelatedPlace(other.Span, "another lock is taken here") : null);
        if (Held(state) is not { } held || IsLock(effects.Leaves))
            return;
        var place = new RelatedPlace(held.Span, "locked here");
        var first = effects.Enters == SectionKind.SpinLock ? held
            : effects.Enters == SectionKind.ResilientSpinLock ? state.Sections.LastOrDefault(s => s.Lock == state.Values[call.Arguments[0]]) : null;
        if (first is not null)
            Report(first.Span, Rules.SecondLock, call, [first.Lock == state.Values[call.Arguments[0]] ? "This lock is held already" : "Another lock is held already"], new RelatedPlace(first.Span, "locked here"));
        else if (!effects.AllowedUnderLock)
            Report(Rules.CallUnderLock, call, [NameOf(call)], place);
    }

    private static bool LinksObjects(CallInstruction call) =>
        call is CallKernel { Arguments.Length: > 0 } && call.Arguments[0].Type is PointerType { Target: StructType { LinksObjects: true } };

    /// <summary>Whether two places are in one value of a map, which a global's section is too, or in one object.</summary>
    private static bool IsBeside(Symbol lockAddress, Symbol guarded)
    {
        var (a, b) = (PathState.Root(lockAddress), PathState.Root(guarded));
        return a == b || a is Storage { Global: { SectionSuffix: { } one } } && b is Storage { Global: { SectionSuffix: { } other } } && one == other;
    }

    /// <summary>A resilient lock is held on one way, and taking it has failed on the other.</summary>
    private void TakeOrFail(CallInstruction call, PathState state, out PathState? held, out PathState? failed)
    {
        var status = state.Values[call.Result!];
        var taken = new Computed(IrType.Bool, Relation.Equal, status, symbols.Literal(status.Type, 0));
        (held, failed) = (state.Clone(), state.Clone());
        if (!held.Assume(taken, true))
            held = null;
        else
            held.Sections = held.Sections.Add(new OpenSection(SectionKind.ResilientSpinLock, call.Span, calls.Count) { Lock = state.Values[call.Arguments[0]] });
        if (!failed.Assume(taken, false))
            failed = null;
    }

    private void Unlock(CallInstruction call, SectionKind kind, PathState state)
    {
        var address = state.Values[call.Arguments[0]];
        if (Held(state) is not { } last)
        {
            Report(Rules.NotLocked, call, []);
            return;
        }
        if (last.Kind == kind && last.Lock == address)
        {
            Close(state, state.Sections.LastIndexOf(last));
            return;
        }
        int index = state.Sections.ToList().FindLastIndex(s => s.Kind == kind && s.Lock == address);
        Report(index < 0 ? Rules.NotLocked : Rules.UnlockOrder, call, [], new RelatedPlace(last.Span, "locked last"));
        Close(state, index < 0 ? state.Sections.LastIndexOf(last) : index);
    }

    /// <summary>What a tree or list lends is lent until any lock is let go.</summary>
    private static void TakeBackLent(PathState state, SourceSpan place)
    {
        foreach (var lent in state.Lent)
            state.Released[lent] = new Loss(place, LossKind.LockLeft);
        state.Lent = [];
    }
}
