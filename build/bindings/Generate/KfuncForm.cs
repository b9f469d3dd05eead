namespace Scx.Bindings.Tool.Generate;

/// <summary>One symbol of a kernel function.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Prototype">Its prototype.</param>
/// <param name="Lifetime">Which kernels have it.</param>
/// <param name="Flags">KF_* without the prefix.</param>
/// <param name="Callbacks">Callbacks that may call it, or null for all.</param>
/// <param name="PackedStruct">Struct in which the last arguments travel, or null.</param>
/// <param name="PackedFields">The struct's fields.</param>
public sealed record KfuncForm(
    string Symbol, Prototype Prototype, Lifetime Lifetime, string[] Flags, string[]? Callbacks, string? PackedStruct,
    IReadOnlyList<PrototypeParameter> PackedFields)
{
    const string PackedSuffix = "_args";

    /// <summary>For each of <see cref="Flattened"/> the index of the method's argument, or null if they are in order.</summary>
    public int[]? Order { get; init; }

    /// <summary>The arguments, packed ones on their own.</summary>
    public IReadOnlyList<PrototypeParameter> Flattened =>
        PackedStruct is null ? Prototype.Parameters : [.. Prototype.Parameters.SkipLast(1), .. PackedFields];

    /// <summary>A function of sched_ext, which came with Linux 6.12.</summary>
    public bool IsSchedExt => Symbol.Contains("scx_bpf_", StringComparison.Ordinal);

    /// <summary>Reads a form from the data.</summary>
    public static KfuncForm Read(string symbol, History history, Rules rules)
    {
        FunctionRule rule = rules.Functions.GetValueOrDefault(symbol)
            ?? throw new InvalidDataException($"rules.json does not know the flags and callbacks of {symbol}");
        Prototype prototype = Prototype.Parse(history.Newest(symbol, kernel => kernel.Functions.GetValueOrDefault(symbol)));
        string? packed = prototype.Parameters is [.., { } last] && Names.Pointee(last.Type) is { } pointee
            && pointee.EndsWith(PackedSuffix, StringComparison.Ordinal) ? pointee : null;
        return new KfuncForm(
            symbol, prototype, history.LifetimeOf(symbol, kernel => kernel.Functions.ContainsKey(symbol)), rule.Flags ?? [],
            rule.Callbacks is { } group ? rules.CallbackGroups[group] : null, packed, packed is null ? [] : Fields(packed, history));
    }

    static IReadOnlyList<PrototypeParameter> Fields(string packed, History history) =>
        [.. history.Newest(packed, kernel => kernel.Structs.GetValueOrDefault(packed)).Select(field => new PrototypeParameter(field.Value, field.Key, false))];
}
