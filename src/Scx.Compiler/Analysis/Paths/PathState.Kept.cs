using System.Collections.Immutable;
using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>An object that the program owns.</summary>
/// <param name="Maker">The call that yielded it.</param>
/// <param name="Name">The user's word for it, or null.</param>
/// <param name="Depth">How many calls deep the method is that has to release it.</param>
/// <param name="Lost"><see cref="PathState.Lost"/> when it was acquired.</param>
/// <param name="Path">What had happened when it was acquired.</param>
internal sealed record Reference(CallInstruction Maker, string? Name, int Depth, int Lost, PathStep? Path);

/// <summary>A section that has begun and not ended.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Span">Where it began.</param>
/// <param name="Depth">How many calls deep the method is that began it.</param>
internal sealed record OpenSection(SectionKind Kind, SourceSpan Span, int Depth)
{
    /// <summary>Address of the lock that is held, or of where the state of interrupts is kept; null for the others.</summary>
    public Symbol? Lock { get; init; }
}

/// <summary>Why a pointer can no longer be followed.</summary>
internal enum LossKind
{
    /// <summary>The object was released or handed over.</summary>
    Released,

    /// <summary>It was lent under a lock that has been let go.</summary>
    LockLeft,

    /// <summary>It lies in a record that was handed over.</summary>
    RecordGone,
}

/// <summary>The end of what a pointer was good for.</summary>
/// <param name="Place">Where: the call that released it, or that took the lock.</param>
/// <param name="Kind">Why.</param>
internal readonly record struct Loss(SourceSpan Place, LossKind Kind);

internal sealed partial class PathState
{
    /// <summary>What the program owns, by the pointer to it; nothing if that turns out to be null.</summary>
    public PathMap<Symbol, Reference> References { get; }

    /// <summary>What it has released or handed over, and where.</summary>
    public PathMap<Symbol, Loss> Released { get; }

    /// <summary>What trees and lists lend while the lock is held.</summary>
    public ImmutableHashSet<Symbol> Lent { get; set; } = [];

    /// <summary>Pointers under RCU whose section has ended.</summary>
    public ImmutableHashSet<Symbol> Escaped { get; set; } = [];

    /// <summary>The sections it is in, the innermost last.</summary>
    public ImmutableArray<OpenSection> Sections { get; set; } = [];

    /// <summary>What has become of the callback's own task.</summary>
    public TaskProgress Task { get; set; }

    /// <summary>How often ways were made one because they were too many: what two values have to do with each other may have been lost.</summary>
    public int Lost { get; set; }

    /// <summary>Whether two pointers are of one kind: made by the same step of the program.</summary>
    public static bool SameOrigin(Unknown a, Unknown b) =>
        a.Origin.Maker is null || b.Origin.Maker is null
            ? a.Origin == b.Origin
            : a.Origin.Maker.Span == b.Origin.Maker.Span && a.Origin.Maker.GetType() == b.Origin.Maker.GetType() && a.Type == b.Type;

    /// <summary>The last section of a program that may sleep has ended: what was under RCU is no longer.</summary>
    public void EndRcu()
    {
        Escaped = Escaped.Union(Known().Select(Root).Where(s => s is Unknown { Origin.Trust: PointerTrust.Rcu }));
    }

    /// <summary>Something owned is gone, and with it what lies in it.</summary>
    public void LoseLent(Symbol lender, SourceSpan place)
    {
        var parts = Known().Select(Root).Where(s => s is Unknown { Type: PointerType, Lender: { } own } && own == lender);
        var views = Memory.Where(m => m.Value is Unknown { Lender: { } own } && own == lender).Select(m => m.Key);
        foreach (var lent in parts.Concat(views).ToList())
            Released[lent] = new Loss(place, LossKind.RecordGone);
    }

    /// <summary>What state in a frame is a view of, if that is owned; otherwise the state itself.</summary>
    public Symbol LenderOf(Symbol state) => Memory.TryGetValue(state, out var content) && content is Unknown { Lender: { } lender } ? lender : state;

    /// <summary>What anything on the way still has.</summary>
    private IEnumerable<Symbol> Known()
    {
        IEnumerable<Symbol> known = Values.Values.Concat(Memory.Values);
        for (var frame = Outer; frame is not null; frame = frame.Outer)
            known = known.Concat(frame.Values.Values);
        return known;
    }

    private void NeedHeld(PruneScratch scratch)
    {
        foreach (var reference in References)
        {
            if (Range(reference.Key).IsFalse)
                References.Remove(reference.Key);
            else
                scratch.Need(reference.Key);
        }
        foreach (var section in Sections)
        {
            if (section.Lock is not null)
                scratch.Need(section.Lock);
        }
    }

    // What only memory still has is needed too.
    private void PruneGone(PruneScratch scratch)
    {
        foreach (var released in Released)
        {
            if (!scratch.IsNeeded(released.Key))
                Released.Remove(released.Key);
        }
        Lent = Needed(Lent, scratch);
        Escaped = Needed(Escaped, scratch);
    }

    private static ImmutableHashSet<Symbol> Needed(ImmutableHashSet<Symbol> symbols, PruneScratch scratch) =>
        symbols.IsEmpty ? symbols : symbols.Intersect(symbols.Where(scratch.IsNeeded));

    /// <summary>Whether what this way holds (references, locks) is what the other holds.</summary>
    public bool MatchesKept(PathState general, PathMatch match) =>
        References.Count == general.References.Count && Released.Count == general.Released.Count
        && Lent.Count == general.Lent.Count && Escaped.Count == general.Escaped.Count && Lost >= general.Lost && Task == general.Task
        && (HoldsNothing || MatchesHeld(general, match.Same));

    private bool HoldsNothing => References.Count + Released.Count + Lent.Count + Escaped.Count + Sections.Length == 0;

    private bool MatchesHeld(PathState general, Func<Symbol, Symbol, bool> same) =>
        Sections.Zip(general.Sections, (own, other) => SamePlace(own, other) && (own.Lock is null || same(own.Lock, other.Lock!))).All(alike => alike)
        && general.References.All(other => References.Any(own => own.Value.Maker == other.Value.Maker && same(own.Key, other.Key)))
        && general.Released.All(other => Released.Any(own => own.Value == other.Value && same(own.Key, other.Key)))
        && general.Lent.All(other => Lent.Any(own => same(own, other)))
        && general.Escaped.All(other => Escaped.Any(own => same(own, other)));

    /// <summary>Takes over what both ways hold; false if it differs.</summary>
    public bool KeepBoth(PathState first, PathState second, Func<Symbol, Symbol, Symbol?> join)
    {
        if (first.References.Count != second.References.Count || first.Sections.Length != second.Sections.Length || first.Lent.Count != second.Lent.Count
            || first.Escaped.Count != second.Escaped.Count || (first.Task.Inserted is null) != (second.Task.Inserted is null))
            return false;
        foreach (var reference in first.References)
        {
            var other = second.References.FirstOrDefault(r => r.Value.Maker == reference.Value.Maker);
            if (other.Key is null || join(reference.Key, other.Key) is not { } symbol)
                return false;
            References[symbol] = reference.Value;
        }
        for (int i = 0; i < first.Sections.Length; i++)
        {
            var (one, other) = (first.Sections[i], second.Sections[i]);
            var address = one.Lock is null || other.Lock is null ? null : join(one.Lock, other.Lock);
            if (!SamePlace(one, other) || (one.Lock is not null && address is null))
                return false;
            Sections = Sections.Add(one with { Lock = address });
        }
        Lent = [.. first.Lent.Where(second.Lent.Contains)];
        Escaped = [.. first.Escaped.Where(second.Escaped.Contains)];
        foreach (var released in first.Released.Where(r => second.Released.ContainsKey(r.Key)))
            Released[released.Key] = released.Value;
        Task = first.Task with { Handled = first.Task.Handled || second.Task.Handled, NotForked = first.Task.NotForked || second.Task.NotForked, Tested = first.Task.Tested || second.Task.Tested };
        Lost = Math.Max(first.Lost, second.Lost);
        return true;
    }

    private static bool SamePlace(OpenSection a, OpenSection b) => a.Span == b.Span && a.Kind == b.Kind && a.Lock is null == b.Lock is null;
}
