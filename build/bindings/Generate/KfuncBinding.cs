namespace Scx.Bindings.Tool.Generate;

/// <summary>A kernel function as C# sees it: one method, and the forms that the function has had.</summary>
/// <param name="Class">C# class that has the method.</param>
/// <param name="Name">C# name.</param>
/// <param name="Overlay">Its hand-kept half.</param>
/// <param name="Forms">The forms, the preferred first.</param>
/// <param name="Parameters">Parameters of the method; the first is the object that an instance method is called on.</param>
/// <param name="Result">C# type of the result.</param>
public sealed record KfuncBinding(
    string Class, string Name, KfuncOverlay Overlay, IReadOnlyList<KfuncForm> Forms, IReadOnlyList<KfuncParameter> Parameters, string Result)
{
    /// <summary>The class whose static methods are the kernel's functions, unless a function belongs to an object.</summary>
    public const string MainClass = "Scheduler";

    // Overloads have keys of their own in the data file: the name, this mark, and a word that tells them apart.
    const char OverloadMark = '#';

    /// <summary>The method is called on an object.</summary>
    public bool IsInstance => Overlay.This is not null;

    /// <summary>Name of the method in the interface of what stands in for the kernel.</summary>
    public string InterfaceName => Class == MainClass || Name.Contains(Class, StringComparison.Ordinal) ? Name : Class + Name;

    /// <summary>First kernel that has any of the forms; null if all have.</summary>
    public string? Since => Overlay.Fallback is not null || Forms.Any(form => form.Lifetime.Since is null)
        ? null
        : Forms.Select(form => form.Lifetime.Since).MinBy(since => Version.Parse(since!));

    /// <summary>Reads the bindings from the data.</summary>
    public static IReadOnlyList<KfuncBinding> ReadAll(History history, Overlay overlay) =>
        [.. overlay.Kfuncs.Functions.Select(pair => Read(pair.Key.Split(OverloadMark)[0], pair.Value, history, overlay))];

    static KfuncBinding Read(string key, KfuncOverlay function, History history, Overlay overlay)
    {
        KfuncForm[] forms = [.. function.Forms.Select(symbol => KfuncForm.Read(symbol, history, overlay.Rules))];
        KfuncForm preferred = forms[0];
        IReadOnlyList<PrototypeParameter> inOrder = InOrder(key, preferred, function);
        KfuncParameter[] parameters = [.. inOrder.Skip(function.Iterator is null ? 0 : 1).Select(parameter => Parameter(key, parameter, function, overlay))];
        if (forms.FirstOrDefault(form => form.Flattened.Count != preferred.Flattened.Count) is { } odd)
            throw new InvalidDataException($"{key}: {odd.Symbol} takes {odd.Flattened.Count} arguments, {preferred.Symbol} {preferred.Flattened.Count}");
        string[] names = [.. inOrder.Select(parameter => parameter.Name)];
        KfuncForm[] ordered = [.. forms.Select(form => form with { Order = OrderOf(form, preferred, names) })];
        string[] parts = key.Split('.');
        return new KfuncBinding(
            parts.Length > 1 ? parts[0] : MainClass, parts[^1], function, ordered, parameters, ResultType(key, preferred, function, overlay));
    }

    // The object comes first, then what the data say, else the kernel's own order. What the compiler fills in is not passed.
    static IReadOnlyList<PrototypeParameter> InOrder(string key, KfuncForm preferred, KfuncOverlay function)
    {
        IReadOnlyList<PrototypeParameter> given = function.ResultBytes > 0 ? [.. preferred.Flattened.SkipLast(2)] : preferred.Flattened;
        IEnumerable<string> names = function.Order ?? [.. given.Select(parameter => parameter.Name)];
        if (function.This is { } self) names = names.Where(name => name != self).Prepend(self);
        if (function.Iterator is not null) names = names.Where(name => name != given[0].Name).Prepend(given[0].Name);
        return [.. names.Select(name => given.FirstOrDefault(parameter => parameter.Name == name)
            ?? throw new InvalidDataException($"{key}: {preferred.Symbol} has no parameter {name}"))];
    }

    // A form whose parameters have other names has them in the places of the preferred form's.
    static int[]? OrderOf(KfuncForm form, KfuncForm preferred, string[] names)
    {
        bool same = form.Flattened.All(parameter => names.Contains(parameter.Name));
        int[] order = [.. (same ? form : preferred).Flattened.Select(parameter => Array.IndexOf(names, parameter.Name)).Where(i => i >= 0)];
        return order.SequenceEqual(Enumerable.Range(0, order.Length)) ? null : order;
    }

    static KfuncParameter Parameter(string method, PrototypeParameter parameter, KfuncOverlay function, Overlay overlay)
    {
        string type = IteratorOf(parameter.Type, overlay.Structs) is { } iterator ? $"IEnumerator<{iterator.Element}>" : function.Types?.GetValueOrDefault(parameter.Name) ?? overlay.Kfuncs.ParameterTypes.GetValueOrDefault(parameter.Name)
            ?? (parameter.Type == "bool *" ? "out bool" : Names.Integer(parameter.Type) ?? ClassOf(method, parameter.Type, overlay.Structs) + (parameter.Nullable ? "?" : ""));
        string doc = parameter.Name == function.This ? "" : function.Params?.GetValueOrDefault(parameter.Name)
            ?? overlay.Kfuncs.Parameters.GetValueOrDefault(parameter.Name)
            ?? throw new InvalidDataException($"{method}: parameter {parameter.Name} is not documented");
        string? value = function.DefaultValues?.GetValueOrDefault(parameter.Name) ?? (function.Defaults?.Contains(parameter.Name) == true ? "0" : null);
        return new KfuncParameter(parameter.Name.EndsWith("__iter", StringComparison.Ordinal) ? "iterator" : Names.Camel(parameter.Name), type, doc, value);
    }

    static string ResultType(string method, KfuncForm form, KfuncOverlay function, Overlay overlay)
    {
        if (function.Iterator is { } iterator) return iterator;
        if (function.ResultBytes > 0) return ClassOf(method, form.Flattened[^2].Type, overlay.Structs);
        if (function.Result is { } given) return given;
        if (Names.Integer(form.Prototype.Result) is { } integer) return integer;
        string lent = ClassOf(method, form.Prototype.Result, overlay.Structs);
        string type = form.Flags.Contains("ACQUIRE") ? function.Owned ?? overlay.Structs.OwnedOf(lent) : lent;
        return form.Flags.Contains("RET_NULL") ? type + "?" : type;
    }

    static IteratorOverlay? IteratorOf(string type, StructOverlays structs) =>
        structs.Iterators.Values.FirstOrDefault(iterator => iterator.Kernel == Names.Pointee(type));

    static string ClassOf(string method, string type, StructOverlays structs) =>
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
