namespace Scx.Bindings;

/// <summary>A number that a map is made with: of a constructor's parameter, which takes a constant, or of the property that tells it.</summary>
/// <param name="name">libbpf's word for it: <c>max_entries</c>, <c>map_flags</c> or <c>map_extra</c>.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class MapDefinitionAttribute(string name) : Attribute
{
    /// <summary>libbpf's word for it.</summary>
    public string Name { get; } = name;

    /// <summary>What it is, for messages.</summary>
    public string Meaning { get; set; } = "number of entries";

    /// <summary>The least that the kernel takes.</summary>
    public uint Minimum { get; set; } = 1;

    /// <summary>The most that the kernel takes, whatever memory there is.</summary>
    public uint Maximum { get; set; } = uint.MaxValue;

    /// <summary>It must be a power of two.</summary>
    public bool PowerOfTwo { get; set; }
}
