using Scx.Bindings.Tool.Import;

namespace Scx.Bindings.Tool.Generate;

/// <summary>Writes what places in the kernel hand over, onto the attributes of the programs that get it.</summary>
public sealed class ProgramArgumentsWriter(History history, TracepointRules rules)
{
    // What the kernel's stubs of callbacks call such parameters; tracepoints have it in a table of the verifier's.
    const string MayBeNull = "__nullable";

    /// <summary>The file about tracepoints.</summary>
    public string WriteTracepoints() => Write("TracepointBtfAttribute", kernel => kernel.Tracepoints, Marked);

    /// <summary>The file about functions as they begin.</summary>
    public string WriteEntries() => Write("FunctionEntryAttribute", kernel => kernel.Attachable, (_, types) => Parts(types).Arguments);

    /// <summary>The file about functions as they return: after their arguments comes what they yield.</summary>
    public string WriteExits() => Write("FunctionExitAttribute", kernel => kernel.Attachable, (_, types) => Parts(types) switch
    {
        ("void", var arguments) => arguments,
        (var result, "") => result,
        var (result, arguments) => $"{arguments}, {result}",
    });

    string Write(string attribute, Func<KernelFacts, SortedDictionary<string, string>?> facts, Func<string, string, string> handedOver)
    {
        var known = new History([.. history.Kernels.Where(kernel => facts(kernel) is not null)], new Dictionary<string, string>());
        var code = new CodeWriter("Scx.Bindings");
        foreach (string name in known.Names(kernel => facts(kernel)!.Keys).Order(StringComparer.Ordinal))
        {
            string? Of(KernelFacts kernel) => facts(kernel)!.GetValueOrDefault(name) is { } types ? handedOver(name, types) : null;
            foreach (string types in known.Kernels.Select(Of).OfType<string>().Distinct())
            {
                Lifetime lifetime = known.LifetimeOf(name, kernel => Of(kernel) == types);
                code.Line($"[ProgramArguments(\"{name}\", \"{types}\"{lifetime.AsArguments})]");
            }
        }

        code.Line($"public sealed partial class {attribute};");
        return code.ToString();
    }

    string Marked(string name, string types) => rules.MayBeNull.GetValueOrDefault(name) is { } indexes
        ? string.Join(", ", types.Split(", ").Select((type, i) => indexes.Contains(i) ? type + MayBeNull : type))
        : types;

    static (string Result, string Arguments) Parts(string types)
    {
        int open = types.IndexOf(" (", StringComparison.Ordinal);
        return (types[..open], types[(open + 2)..^1]);
    }
}
