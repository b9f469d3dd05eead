using Scx.Bindings.Tool.Generate;

namespace Scx.Bindings.Tool.Import;

/// <summary>What an import looks for, and what it finds that nobody has looked at yet.</summary>
public static class Wanted
{
    /// <summary>Names that the data files mention.</summary>
    public static WantedNames From(Overlay overlay) => new(
        overlay.Rules.Functions.Keys.ToHashSet(),
        overlay.Rules.NotFunctions,
        overlay.Enums.Enums.Values.Concat(overlay.Enums.Constants.Values).Select(item => item.Kernel).ToHashSet(),
        overlay.Structs.Structs.Values.Select(item => item.Kernel).Concat(overlay.Structs.Numbers).Concat(["scx_bpf_dsq_insert_vtime_args", "scx_bpf_select_cpu_and_args"]).ToHashSet(),
        overlay.Rules.Tracepoints.Prefixes, overlay.Rules.Attachable);

    /// <summary>Lines about callbacks, functions and enum values that the data files do not know.</summary>
    public static IEnumerable<string> Unknown(KernelFacts facts, Overlay overlay)
    {
        foreach (string name in facts.Callbacks.Keys.Where(name => !overlay.Rules.Callbacks.ContainsKey(name)))
            yield return $"callback {name}: add it to rules.json and overlay/callbacks.json";

        HashSet<string> considered = [.. overlay.Kfuncs.Functions.Values.SelectMany(item => item.Forms),
            .. overlay.Kfuncs.NotBound.Values.SelectMany(names => names), .. overlay.Structs.Owned.Values.Select(item => item.Release)];
        foreach ((string name, string prototype) in facts.Functions)
        {
            if (!overlay.Rules.Functions.ContainsKey(name)) yield return $"function {name}, {prototype}: add its flags and callbacks to rules.json";
            else if (!considered.Contains(name) && name.Contains("scx_", StringComparison.Ordinal)) yield return $"function {name}, {prototype}: add it to overlay/kfuncs.json";
        }

        foreach (EnumOverlay item in overlay.Enums.Enums.Values.Concat(overlay.Enums.Constants.Values).Where(item => !item.InternalRest))
            foreach (string value in facts.Enums.GetValueOrDefault(item.Kernel)?.Values.Keys.AsEnumerable() ?? [])
                if (!item.Values.ContainsKey(value) && item.Internal?.Contains(value) != true && !value.StartsWith("__", StringComparison.Ordinal))
                    yield return $"enum {item.Kernel}, {value}: add it to overlay/enums.json";
    }
}
