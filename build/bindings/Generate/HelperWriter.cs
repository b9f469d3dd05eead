namespace Scx.Bindings.Tool.Generate;

/// <summary>Writes the numbered BPF helpers, which take no arguments so far.</summary>
public static class HelperWriter
{
    /// <summary>The file of the methods.</summary>
    public static string WriteMethods(IReadOnlyDictionary<string, HelperOverlay> helpers)
    {
        var code = new CodeWriter("Scx.Bindings");
        code.Open("public abstract partial class Scheduler");
        foreach ((string name, HelperOverlay helper) in helpers)
        {
            if (name != helpers.Keys.First()) code.Line();
            code.Doc("summary", helper.Doc);
            code.Doc("returns", helper.Returns);
            code.Doc("remarks", $"<c>{helper.Helper}</c>, BPF helper {helper.Number}. Callable from any callback. In every supported kernel.");
            code.Line($"[Helper(\"{helper.Helper}\", {helper.Number})]");
            code.Line($"public static {helper.Result} {name}() => KernelScope.Current.{name}();");
        }

        code.Close();
        return code.ToString();
    }

    /// <summary>The file of the interface.</summary>
    public static string WriteInterface(IReadOnlyDictionary<string, HelperOverlay> helpers)
    {
        var code = new CodeWriter();
        code.Open("public partial interface IKernel");
        foreach ((string name, HelperOverlay helper) in helpers)
        {
            if (name != helpers.Keys.First()) code.Line();
            code.Doc("summary", $"Answers <see cref=\"Scheduler.{name}()\"/>.");
            code.Line($"{helper.Result} {name}();");
        }

        code.Close();
        return code.ToString();
    }
}
