namespace Scx.Bindings.Tool.Generate;

/// <summary>Writes the kernel functions: static methods of <c>Scheduler</c>, and the interface of what stands in for the kernel under .NET.</summary>
public sealed class KfuncWriter(IReadOnlyList<KfuncBinding> bindings, Overlay overlay)
{
    /// <summary>The file of the methods.</summary>
    public string WriteMethods()
    {
        var code = new CodeWriter("Scx.Bindings");
        code.Open("public abstract partial class Scheduler");
        foreach (KfuncBinding binding in bindings)
        {
            if (binding != bindings[0]) code.Line();
            WriteMethod(code, binding);
        }

        code.Close();
        return code.ToString();
    }

    /// <summary>The file of the interface.</summary>
    public string WriteInterface()
    {
        var code = new CodeWriter();
        code.Open("public partial interface IKernel");
        foreach (KfuncBinding binding in bindings)
        {
            code.Doc("summary", $"Answers <see cref=\"Scheduler.{binding.Name}({string.Join(", ", binding.Parameters.Select(parameter => parameter.Type))})\"/>.");
            code.Line($"{binding.Result} {binding.Name}({Parameters(binding, withDefaults: false)});");
            code.Line();
        }

        foreach (string owned in overlay.Structs.Owned.Keys)
        {
            if (owned != overlay.Structs.Owned.Keys.First()) code.Line();
            code.Doc("summary", $"Answers <see cref=\"{owned}.Dispose\"/>.");
            code.Line($"void Release({owned} released);");
        }

        code.Close();
        return code.ToString();
    }

    void WriteMethod(CodeWriter code, KfuncBinding binding)
    {
        code.Doc("summary", binding.Overlay.Doc);
        foreach (KfuncParameter parameter in binding.Parameters) code.Doc("param", parameter.Doc, $" name=\"{parameter.Name}\"");
        if (binding.Result != "void")
            code.Doc("returns", binding.Overlay.Returns ?? throw new InvalidDataException($"{binding.Name}: the result is not documented"));
        code.Doc("remarks", Remarks(binding));
        KfuncAttributes.Write(code, binding.Forms);
        string arguments = string.Join(", ", binding.Parameters.Select(parameter => parameter.AsArgument));
        code.Line($"public static {binding.Result} {binding.Name}({Parameters(binding, withDefaults: true)}) =>");
        code.Line($"    KernelScope.Current.{binding.Name}({arguments});");
    }

    static string Parameters(KfuncBinding binding, bool withDefaults) => string.Join(", ", binding.Parameters.Select(parameter =>
        $"{parameter.Type} {parameter.Name}{(withDefaults && parameter.Default is { } value ? " = " + value : "")}"));

    static string Remarks(KfuncBinding binding)
    {
        IEnumerable<string> symbols = binding.Forms.Select(form =>
            $"<c>{form.Symbol}</c>{(form.Lifetime.AsWords is { Length: > 0 } words ? $" ({words})" : "")}");
        KfuncForm preferred = binding.Forms[0];
        string callers = preferred.Callbacks is { } callbacks
            ? string.Join(", ", callbacks.Select(Caller))
            : "any callback";
        string sleeps = preferred.Flags.Contains("SLEEPABLE") ? " May sleep." : "";
        string rcu = preferred.Flags.Contains("RCU_PROTECTED") ? " In a callback that sleeps, only inside an RCU section." : "";
        string kernels = binding.Since is { } since ? $"Since Linux {since}." : preferred.IsSchedExt ? "Since Linux 6.12." : "In every supported kernel.";
        return $"{string.Join(", ", symbols)}. Callable from {callers}. {kernels}{sleeps}{rcu}";
    }

    // Programs beside the callbacks go by these names in rules.json.
    static string Caller(string name) => name switch
    {
        "syscall" => "<see cref=\"SyscallProgramAttribute\"/>",
        _ => $"<see cref=\"{Names.Pascal(name)}\"/>",
    };
}
