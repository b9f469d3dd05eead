namespace Scx.Bindings.Tool.Generate;

/// <summary>Writes what tracepoints hand over, onto the attribute of the programs that get it.</summary>
public sealed class TracepointWriter(History history, TracepointRules rules)
{
    // What the kernel's stubs of callbacks call such parameters; tracepoints have it in a table of the verifier's.
    const string MayBeNull = "__nullable";

    readonly History known = new([.. history.Kernels.Where(kernel => kernel.Tracepoints is not null)], new Dictionary<string, string>());

    /// <summary>The file.</summary>
    public string Write()
    {
        var code = new CodeWriter("Scx.Bindings");
        foreach (string name in known.Names(kernel => kernel.Tracepoints!.Keys).Order(StringComparer.Ordinal))
        {
            foreach (string types in known.Kernels.Select(kernel => kernel.Tracepoints!.GetValueOrDefault(name)).OfType<string>().Distinct())
            {
                Lifetime lifetime = known.LifetimeOf(name, kernel => kernel.Tracepoints!.GetValueOrDefault(name) == types);
                code.Line($"[TracepointArguments(\"{name}\", \"{Marked(name, types)}\"{lifetime.AsArguments})]");
            }
        }

        code.Line("public sealed partial class TracepointBtfAttribute;");
        return code.ToString();
    }

    string Marked(string name, string types) => rules.MayBeNull.GetValueOrDefault(name) is { } indexes
        ? string.Join(", ", types.Split(", ").Select((type, i) => indexes.Contains(i) ? type + MayBeNull : type))
        : types;
}
