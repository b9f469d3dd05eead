namespace Scx.Bindings;

/// <summary>
/// Makes a method or an indexer of a map's class an operation on the map. The helper gets the map, then the C# parameters, then the fixed
/// arguments. <c>in</c>, <c>ref</c> and <c>out</c> parameters and those with <see cref="ByAddressAttribute"/> are passed by address, others as they are.
/// What the C# signature returns says how the helper's result is meant: <see cref="Ref{T}"/> or another map, a pointer that may be null; a
/// <c>ref</c>, one that is there for certain; <c>bool</c>, that the error number was 0, or that the pointer which an <c>out</c> parameter of type
/// <see cref="Ref{T}"/> receives is not null; <c>int</c>, the error number.
/// </summary>
/// <param name="name">Name of the helper, such as <c>bpf_map_lookup_elem</c>.</param>
/// <param name="number">Its number in <c>enum bpf_func_id</c>.</param>
/// <param name="fixedArguments">Arguments that the C# signature leaves out; a 0 also stands for a null pointer.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class MapHelperAttribute(string name, int number, params ulong[] fixedArguments) : Attribute
{
    /// <summary>Name of the helper.</summary>
    public string Name { get; } = name;

    /// <summary>Number in <c>enum bpf_func_id</c>.</summary>
    public int Number { get; } = number;

    /// <summary>Arguments that the C# signature leaves out.</summary>
    public ulong[] FixedArguments { get; } = fixedArguments;

    /// <summary>After the map comes the size, in bytes, of what the result points at.</summary>
    public bool PassesSize { get; set; }
}
