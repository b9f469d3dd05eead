namespace Scx.Bindings.Tool.Generate;

/// <summary>
/// Writes the kernel functions: static methods of <c>Scheduler</c>, methods of the objects they are about, and the interface of what stands in for
/// the kernel under .NET.
/// </summary>
public sealed class KfuncWriter(IReadOnlyList<KfuncBinding> bindings, Overlay overlay)
{
    /// <summary>The classes that have functions besides <c>Scheduler</c>.</summary>
    public IEnumerable<string> ObjectClasses => bindings.Select(binding => binding.Class).Where(name => name != KfuncBinding.MainClass).Distinct();

    /// <summary>The file of one class's methods.</summary>
    public string WriteMethods(string className)
    {
        var code = new CodeWriter("Scx.Bindings");
        bool iterator = overlay.Structs.Iterators.ContainsKey(className);
        code.Open(className == KfuncBinding.MainClass ? "public abstract partial class Scheduler"
            : iterator ? $"public readonly ref partial struct {className}" : $"public partial class {className}");
        KfuncBinding[] own = [.. bindings.Where(binding => binding.Class == className)];
        foreach (KfuncBinding binding in own)
        {
            if (binding != own[0]) code.Line();
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
            IEnumerable<KfuncParameter> passed = binding.Parameters.Skip(binding.IsInstance ? 1 : 0);
            code.Doc("summary", $"Answers <see cref=\"{binding.Class}.{binding.Name}({string.Join(", ", passed.Select(parameter => Reference(parameter.Type)))})\"/>.");
            code.Line($"{InterfaceResult(binding)} {binding.InterfaceName}({Parameters(binding.Parameters, withDefaults: false)});");
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
        KfuncParameter[] passed = [.. binding.Parameters.Skip(binding.IsInstance ? 1 : 0)];
        code.Doc("summary", binding.Overlay.Doc);
        foreach (KfuncParameter parameter in passed) code.Doc("param", parameter.Doc, $" name=\"{parameter.Name}\"");
        if (binding.Result != "void")
            code.Doc("returns", binding.Overlay.Returns ?? throw new InvalidDataException($"{binding.Name}: the result is not documented"));
        code.Doc("remarks", Remarks(binding));
        KfuncAttributes.Write(code, binding.Forms, binding.Overlay.ResultBytes);
        if (overlay.Rules.CpuFormOnly.TryGetValue(binding.Forms[0].Symbol, out string? instead)) code.Line($"[CpuFormOnly({(instead.Length > 0 ? $"\"{instead}\"" : "")})]");
        if (binding.Overlay.Role is { } role) code.Line($"[Scheduling(SchedulingRole.{role}{Nodes(binding.Overlay)})]");
        if (Fallback(binding) is { } fallback) code.Line($"[Helper(\"{fallback.Helper}\", {fallback.Number})]");
        string arguments = string.Join(", ", binding.Parameters.Select((parameter, i) => binding.IsInstance && i == 0 ? Self(binding) : parameter.AsArgument));
        code.Line($"public {(binding.IsInstance ? "" : "static ")}{binding.Result} {binding.Name}({Parameters(passed, withDefaults: true)}) =>");
        string call = $"KernelScope.Current.{binding.InterfaceName}({arguments})";
        code.Line($"    {(binding.Overlay.Iterator is null ? call : $"new({call})")};");
    }

    static string Nodes(KfuncOverlay function) => function.Nodes switch { true => ", NeedsNodes = true", false => ", RefusesNodes = true", null => "" };

    HelperOverlay? Fallback(KfuncBinding binding) => binding.Overlay.Fallback is not { } name ? null
        : overlay.Helpers.Values.FirstOrDefault(helper => helper.Helper == name) ?? throw new InvalidDataException($"{binding.Name}: helpers.json has no {name}");

    string Self(KfuncBinding binding) => overlay.Structs.Iterators.ContainsKey(binding.Class) ? "cursor" : "this";

    string InterfaceResult(KfuncBinding binding) =>
        binding.Overlay.Iterator is { } iterator ? $"IEnumerator<{overlay.Structs.Iterators[iterator].Element}>" : binding.Result;

    static string Reference(string type) => type.TrimEnd('?');

    static string Parameters(IEnumerable<KfuncParameter> parameters, bool withDefaults) => string.Join(", ", parameters.Select(parameter =>
        $"{parameter.Type} {parameter.Name}{(withDefaults && parameter.Default is { } value ? " = " + value : "")}"));

    static string Remarks(KfuncBinding binding)
    {
        IEnumerable<string> symbols = binding.Forms.Select(form =>
            $"<c>{form.Symbol}</c>{(form.Lifetime.AsWords is { Length: > 0 } words ? $" ({words})" : "")}");
        if (binding.Overlay.Fallback is { } fallback) symbols = symbols.Append($"<c>{fallback}</c> (before that)");
        KfuncForm preferred = binding.Forms[0];
        string prefix = binding.Class == KfuncBinding.MainClass ? "" : KfuncBinding.MainClass + ".";
        string callers = preferred.Callbacks is { } callbacks
            ? string.Join(", ", callbacks.Select(name => Caller(prefix, name)))
            : "any callback";
        string sleeps = preferred.Flags.Contains("SLEEPABLE") ? " May sleep." : "";
        string rcu = preferred.Flags.Contains("RCU_PROTECTED") ? " In a callback that sleeps, only inside an RCU section (<see cref=\"Rcu.Read\"/>)." : "";
        string kernels = binding.Since is { } since ? $"Since Linux {since}." : preferred.IsSchedExt ? "Since Linux 6.12." : "In every supported kernel.";
        return $"{string.Join(", ", symbols)}. Callable from {callers}. {kernels}{sleeps}{rcu}";
    }

    // Programs beside the callbacks go by these names in rules.json.
    static string Caller(string prefix, string name) => name switch
    {
        "init_cids" => "<see cref=\"CidScheduler.InitCids\"/>",
        "syscall" => "<see cref=\"SyscallProgramAttribute\"/>",
        _ => $"<see cref=\"{prefix}{Names.Pascal(name)}\"/>",
    };
}
