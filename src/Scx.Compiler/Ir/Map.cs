using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>A map. Compared by identity.</summary>
/// <param name="Name">The C# field's name; the symbol in <c>.maps</c>.</param>
/// <param name="Type">Its kind and what is in it.</param>
/// <param name="Span">The field's declaration.</param>
public sealed record Map(string Name, MapType Type, SourceSpan Span)
{
    /// <summary>Number of entries (<c>max_entries</c>), bytes for a ring buffer; 0 where the kind has no such number.</summary>
    public uint MaxEntries { get; init; }

    /// <summary>Creation flags (BPF_F_*).</summary>
    public uint Flags { get; init; }

    /// <summary>What else the kind is made with (<c>map_extra</c>), such as a number of hash functions.</summary>
    public ulong Extra { get; init; }

    /// <summary>Of a map of maps: what each map in it is like; its name means nothing.</summary>
    public Map? Inner { get; init; }

    /// <summary>Of a map of maps: the maps in it at first, by index. They are maps of the object too, written with this one.</summary>
    public ImmutableArray<Map> InnerMaps { get; init; } = [];

    /// <summary>BTF declaration tags, such as <c>scx:stat</c>.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(Map? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode();
}
