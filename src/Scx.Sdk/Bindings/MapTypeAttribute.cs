namespace Scx.Bindings;

/// <summary>
/// Makes a class a kind of map: a readonly field of that type becomes a map of the object. The constructor's parameters say what it is made with
/// (<see cref="MapDefinitionAttribute"/>), its type parameters what is in it (<see cref="MapKeyAttribute"/>, <see cref="MapValueAttribute"/>), and
/// its methods what can be done with it (<see cref="MapHelperAttribute"/>). The bodies are for plain .NET only.
/// </summary>
/// <param name="name">Name in <c>enum bpf_map_type</c>, such as <c>BPF_MAP_TYPE_HASH</c>.</param>
/// <param name="number">Its number there.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MapTypeAttribute(string name, int number) : Attribute
{
    /// <summary>Name in <c>enum bpf_map_type</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Number in <c>enum bpf_map_type</c>.</summary>
    public int Number { get; } = number;

    /// <summary>The C type of the keys where no type parameter says it: <c>u32</c>, <c>s32</c>; null if there is none.</summary>
    public string? Key { get; set; }

    /// <summary>Each key below the number of entries has a value.</summary>
    public bool Indexed { get; set; }

    /// <summary>It has one entry, with the key 0, which the members' parameters leave out.</summary>
    public bool OneEntry { get; set; }

    /// <summary>The C type that a key begins with, if it must begin with one.</summary>
    public string? KeyStart { get; set; }

    /// <summary>The largest key that the kernel takes, in bytes; 0 if only memory bounds it.</summary>
    public int MaxKeySize { get; set; }

    /// <summary>
    /// Programs that may sleep cannot use it (kernel/bpf/verifier.c, check_map_prog_compatibility: "Sleepable programs can only use array, hash,
    /// ringbuf and local storage maps").
    /// </summary>
    public bool NotInSleepable { get; set; }

    /// <summary>The oldest kernel in which <see cref="NotInSleepable"/> holds no more, as in "7.2"; null if it holds in all.</summary>
    public string? InSleepableSince { get; set; }

    /// <summary>Flags that it is made with (BPF_F_*).</summary>
    public uint Flags { get; set; }

    /// <summary>The largest value that the kernel takes, in bytes; 0 if only memory bounds it.</summary>
    public int MaxValueSize { get; set; }
}
