namespace Scx.Bindings.Tool.Generate;

/// <summary>A kernel function as C# sees it: one method, and the forms that the function has had.</summary>
/// <param name="Name">C# name.</param>
/// <param name="Overlay">Its hand-kept half.</param>
/// <param name="Forms">The forms, the preferred first.</param>
/// <param name="Parameters">Parameters of the method.</param>
/// <param name="Result">C# type of the result.</param>
public sealed record KfuncBinding(
    string Name, KfuncOverlay Overlay, IReadOnlyList<KfuncForm> Forms, IReadOnlyList<KfuncParameter> Parameters, string Result)
{
    // Overloads have keys of their own in the data file: the name, this mark, and a word that tells them apart.
    const char OverloadMark = '#';

    /// <summary>First kernel that has any of the forms; null if all have.</summary>
    public string? Since => Forms.Any(form => form.Lifetime.Since is null)
        ? null
        : Forms.Select(form => form.Lifetime.Since).MinBy(since => Version.Parse(since!));

    /// <summary>Reads the bindings from the data.</summary>
    public static IReadOnlyList<KfuncBinding> ReadAll(History history, Overlay overlay) =>
        [.. overlay.Kfuncs.Functions.Select(pair => Read(pair.Key.Split(OverloadMark)[0], pair.Value, history, overlay))];

    static KfuncBinding Read(string name, KfuncOverlay function, History history, Overlay overlay)
    {
        KfuncForm[] forms = [.. function.Forms.Select(symbol => KfuncForm.Read(symbol, history, overlay.Rules))];
        KfuncForm preferred = forms[0];
        KfuncParameter[] parameters = [.. preferred.Flattened.Select(parameter => Parameter(name, parameter, function, overlay))];
        if (forms.FirstOrDefault(form => form.Flattened.Count != parameters.Length) is { } odd)
            throw new InvalidDataException($"{name}: {odd.Symbol} takes {odd.Flattened.Count} arguments, {preferred.Symbol} {parameters.Length}");
        return new KfuncBinding(name, function, forms, parameters, ResultType(name, preferred, function, overlay));
    }

    static KfuncParameter Parameter(string method, PrototypeParameter parameter, KfuncOverlay function, Overlay overlay)
    {
        string type = function.Types?.GetValueOrDefault(parameter.Name) ?? overlay.Kfuncs.ParameterTypes.GetValueOrDefault(parameter.Name)
            ?? (parameter.Type == "bool *" ? "out bool" : Names.Integer(parameter.Type) ?? Class(method, parameter.Type, overlay.Structs));
        string doc = function.Params?.GetValueOrDefault(parameter.Name) ?? overlay.Kfuncs.Parameters.GetValueOrDefault(parameter.Name)
            ?? throw new InvalidDataException($"{method}: parameter {parameter.Name} is not documented");
        string? value = function.DefaultValues?.GetValueOrDefault(parameter.Name) ?? (function.Defaults?.Contains(parameter.Name) == true ? "0" : null);
        return new KfuncParameter(Names.Camel(parameter.Name), type, doc, value);
    }

    static string ResultType(string method, KfuncForm form, KfuncOverlay function, Overlay overlay)
    {
        if (Names.Integer(form.Prototype.Result) is { } integer) return integer;
        string lent = Class(method, form.Prototype.Result, overlay.Structs);
        string type = form.Flags.Contains("ACQUIRE") ? function.Owned ?? "Owned" + lent : lent;
        return form.Flags.Contains("RET_NULL") ? type + "?" : type;
    }

    static string Class(string method, string type, StructOverlays structs) =>
        Names.Pointee(type) is { } pointee && structs.ClassOf(pointee) is { } bound
            ? bound
            : throw new InvalidDataException($"{method}: structs.json has no class for {type}");
}

/// <summary>A parameter of a method.</summary>
/// <param name="Name">C# name.</param>
/// <param name="Type">C# type, with <c>out</c>.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Default">Value when it is left out, or null.</param>
public sealed record KfuncParameter(string Name, string Type, string Doc, string? Default)
{
    /// <summary>As an argument of a call.</summary>
    public string AsArgument => Type.StartsWith("out ", StringComparison.Ordinal) ? "out " + Name : Name;
}

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
