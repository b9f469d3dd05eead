namespace Scx.Bindings.Tool.Generate;

/// <summary>Writes the virtual methods of <c>Scheduler</c>.</summary>
public sealed class CallbackWriter(History history, Overlay overlay)
{
    /// <summary>Members of <c>sched_ext_ops</c> that schedulers of the cpu form can implement, in the order of the overlay.</summary>
    public IEnumerable<string> Bound => overlay.Callbacks.Callbacks.Keys;

    /// <summary>The file.</summary>
    public string Write()
    {
        var code = new CodeWriter("Scx.Bindings");
        code.Doc("summary", "What a scheduler derives from. Each virtual method is a callback of <c>struct sched_ext_ops</c>: overriding it puts it into the scheduler's table, and what is not overridden is left to the kernel's default. The static methods are the kernel's functions.");
        code.Open("public abstract partial class Scheduler");
        bool first = true;
        foreach (string name in Bound)
        {
            if (!first) code.Line();
            first = false;
            WriteCallback(code, name);
        }

        code.Close();
        return code.ToString();
    }

    void WriteCallback(CodeWriter code, string name)
    {
        MethodDoc doc = overlay.Callbacks.Callbacks[name];
        CallbackRule rule = overlay.Rules.Callbacks.GetValueOrDefault(name) ?? throw new InvalidDataException($"rules.json does not know the callback {name}");
        Lifetime lifetime = history.LifetimeOf(name, kernel => kernel.Callbacks.ContainsKey(name));
        Prototype prototype = Prototype.Parse(history.Newest(name, kernel => kernel.Callbacks.GetValueOrDefault(name)));

        string[] names = overlay.Callbacks.ParameterNames.GetValueOrDefault(name) ?? [.. prototype.Parameters.Select(p => Names.Camel(p.Name))];
        if (names.Length != prototype.Parameters.Count) throw new InvalidDataException($"{name}: {names.Length} names for {prototype.Parameters.Count} parameters");

        code.Doc("summary", doc.Doc);
        foreach (string parameter in names)
            code.Doc("param", doc.Params?.GetValueOrDefault(parameter) ?? throw new InvalidDataException($"{name}: {parameter} is not documented"), $" name=\"{parameter}\"");
        string result = Names.Integer(prototype.Result) ?? throw new InvalidDataException($"{name} returns {prototype.Result}");
        if (result != "void") code.Doc("returns", doc.Returns ?? throw new InvalidDataException($"{name}: the result is not documented"));
        code.Doc("remarks", Remarks(name, rule, lifetime));

        // A program that sleeps is refused by older kernels, so it counts as sleepable only if all agree that the scheduler is for.
        bool maySleep = rule.SleepableSince is { } since && Version.Parse(since) <= Version.Parse(lifetime.Since ?? history.Kernels[0].Kernel);
        string arguments = (maySleep ? ", MaySleep = true" : rule.SleepableSince is { } later ? $", MaySleepSince = \"{later}\"" : "") + (lifetime.Since is null ? "" : $", Since = \"{lifetime.Since}\"");
        code.Line($"[Callback(\"{name}\"{arguments})]");
        string parameters = string.Join(", ", prototype.Parameters.Select((parameter, i) => $"{Type(name, parameter, names[i])} {names[i]}"));
        code.Line($"public virtual {result} {Names.Pascal(name)}({parameters}){Body(name, result)}");
    }

    string Body(string name, string result) => result switch
    {
        "void" => " { }",
        "bool" => " => false;",
        _ => $" => {overlay.Callbacks.DefaultResults.GetValueOrDefault(name, "0")};",
    };

    string Type(string callback, PrototypeParameter parameter, string name)
    {
        if (Names.Integer(parameter.Type) is { } integer) return name switch
        {
            "enqFlags" => "EnqFlags",
            "deqFlags" => "DeqFlags",
            "wakeFlags" => "WakeFlags",
            _ => integer,
        };
        string type = Names.Pointee(parameter.Type) is { } pointee && overlay.Structs.ClassOf(pointee) is { } bound
            ? bound : throw new InvalidDataException($"{callback}: no class for {parameter.Type}");
        return parameter.Nullable ? type + "?" : type;
    }

    static string Remarks(string name, CallbackRule rule, Lifetime lifetime)
    {
        string held = rule.Lock switch
        {
            null => "no lock is held",
            "rq" => "a run queue is locked",
            var other => $"<c>{other}</c> is held",
        };
        string sleep = rule.SleepableSince switch
        {
            null => "must not sleep",
            "6.12" => "may sleep",
            var since => $"may sleep since Linux {since}",
        };
        string text = $"<c>sched_ext_ops.{name}</c>, since Linux {lifetime.Since ?? "6.12"}; {held}; {sleep}.";
        return rule.Deprecated ? text + " Deprecated: newer kernels warn when it is used." : text;
    }
}
