using Scx.Bindings.Tool.Import;

namespace Scx.Bindings.Tool.Generate;

/// <summary>Writes enums and classes of constants.</summary>
public sealed class EnumWriter(History history, EnumOverlays overlay)
{
    /// <summary>The file of the enums.</summary>
    public string WriteEnums()
    {
        var code = new CodeWriter("Scx.Bindings");
        foreach ((string name, EnumOverlay item) in overlay.Enums)
        {
            if (name != overlay.Enums.Keys.First()) code.Line();
            code.Doc("summary", item.Doc);
            code.Doc("remarks", $"<c>enum {item.Kernel}</c>.");
            if (item.Flags) code.Line("[Flags]");
            code.Line($"[KernelEnum(\"{item.Kernel}\")]");
            code.Open($"public enum {name} : {item.Type}");
            if (item.Flags)
            {
                code.Doc("summary", "None.");
                code.Line("None = 0,");
            }

            WriteValues(code, item, item.Flags, (csharp, number) => $"{csharp} = {number},");
            code.Close();
        }

        return code.ToString();
    }

    /// <summary>The file of the constants.</summary>
    public string WriteConstants()
    {
        var code = new CodeWriter("Scx.Bindings");
        foreach ((string name, EnumOverlay item) in overlay.Constants)
        {
            if (name != overlay.Constants.Keys.First()) code.Line();
            code.Doc("summary", item.Doc);
            code.Doc("remarks", $"From <c>enum {item.Kernel}</c>.");
            code.Open($"public static class {name}");
            WriteValues(code, item, false, (csharp, number) => $"public const {item.Type} {csharp} = {number};");
            code.Close();
        }

        return code.ToString();
    }

    void WriteValues(CodeWriter code, EnumOverlay item, bool begun, Func<string, string, string> member)
    {
        foreach (string kernelName in InKernelOrder(item))
        {
            if (begun) code.Line();
            begun = true;
            Lifetime lifetime = history.LifetimeOf(kernelName, kernel => Value(kernel, item, kernelName) is not null);
            string csharp = item.Names?.GetValueOrDefault(kernelName) ?? Names.Pascal(kernelName[item.Prefix.Length..]);
            string number = history.Newest(kernelName, kernel => Value(kernel, item, kernelName));
            code.Doc("summary", item.Values[kernelName]);
            code.Doc("remarks", $"<c>{kernelName}</c>{(lifetime.AsWords is { Length: > 0 } words ? ", " + words : "")}.");
            code.Line($"[KernelEnumValue(\"{item.Kernel}\", \"{kernelName}\"{lifetime.AsArguments})]");
            code.Line(member(csharp, item.Flags && ulong.Parse(number) is var bits && ulong.PopCount(bits) == 1 ? Bit(item, bits) : number));
        }
    }

    static string Bit(EnumOverlay item, ulong bits) =>
        $"1{item.Type switch { "ulong" => "UL", "long" => "L", "uint" => "U", _ => "" }} << {ulong.TrailingZeroCount(bits)}";

    IEnumerable<string> InKernelOrder(EnumOverlay item) =>
        history.Names(kernel => kernel.Enums.GetValueOrDefault(item.Kernel)?.Values.Keys.AsEnumerable() ?? [])
            .Where(item.Values.ContainsKey)
            .Concat(item.Values.Keys)
            .Distinct();

    static string? Value(KernelFacts kernel, EnumOverlay item, string name) =>
        kernel.Enums.GetValueOrDefault(item.Kernel)?.Values.GetValueOrDefault(name);
}
