using System.Collections.Immutable;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// What is known of values on one way through a function: the number of an integer or a bool; of a pointer, 0 for null and 1 for not null.
/// A block parameter that was given a pointer of which nothing is known is another name of it.
/// </summary>
internal sealed class PathState : IEquatable<PathState>
{
    public static readonly PathState Empty =
        new(ImmutableDictionary<Value, long>.Empty, ImmutableDictionary<Value, Value>.Empty);

    private readonly ImmutableDictionary<Value, long> known;
    private readonly ImmutableDictionary<Value, Value> aliases;

    private PathState(ImmutableDictionary<Value, long> known, ImmutableDictionary<Value, Value> aliases)
    {
        this.known = known;
        this.aliases = aliases;
    }

    public Value Root(Value value, Definitions definitions)
    {
        value = definitions.Root(value);
        while (aliases.TryGetValue(value, out var other))
            value = definitions.Root(other);
        return value;
    }

    public bool TryGet(Value root, out long number) => known.TryGetValue(root, out number);

    public PathState With(Value root, long number) => new(known.SetItem(root, number), aliases);

    public PathState WithAlias(Value parameter, Value root) => new(known, aliases.SetItem(parameter, root));

    /// <summary>Without what is said of values that are about to be made anew.</summary>
    public PathState Forget(Func<Value, bool> stale)
    {
        var facts = known;
        var names = aliases;
        foreach (var alias in aliases.Where(a => stale(a.Key) || stale(a.Value)))
        {
            names = names.Remove(alias.Key);
            if (!stale(alias.Key) && known.TryGetValue(alias.Value, out long number))
                facts = facts.SetItem(alias.Key, number);
        }
        return new(facts.RemoveRange(facts.Keys.Where(stale)), names);
    }

    /// <summary>Without what is said of values that nothing reads any more.</summary>
    public PathState Keep(HashSet<Value> live)
    {
        var names = aliases.RemoveRange(aliases.Keys.Where(k => !live.Contains(k)));
        var wanted = new HashSet<Value>(names.Values);
        return new(known.RemoveRange(known.Keys.Where(k => !live.Contains(k) && !wanted.Contains(k))), names);
    }

    public bool Equals(PathState? other) =>
        other is not null && known.Count == other.known.Count && aliases.Count == other.aliases.Count
        && known.All(fact => other.known.TryGetValue(fact.Key, out long number) && number == fact.Value)
        && aliases.All(alias => other.aliases.TryGetValue(alias.Key, out var to) && to == alias.Value);

    public override bool Equals(object? obj) => Equals(obj as PathState);

    public override int GetHashCode()
    {
        int hash = aliases.Count;
        foreach (var fact in known)
            hash ^= fact.Key.GetHashCode() * 31 + fact.Value.GetHashCode();
        return hash;
    }
}
