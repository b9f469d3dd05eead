using Scx.Bindings.Tool.Import;

namespace Scx.Bindings.Tool.Generate;

/// <summary>Writes the classes of kernel structs.</summary>
public sealed class StructWriter(History history, Overlay overlay)
{
    readonly StructOverlays structs = overlay.Structs;

    /// <summary>The file of one struct and of its owned forms.</summary>
    public string Write(string name)
    {
        StructOverlay item = structs.Structs[name];
        var code = new CodeWriter("Scx.Bindings");
        KeyValuePair<string, OwnedOverlay>[] owned = [.. structs.Owned.Where(pair => pair.Value.Base == name)];
        code.Doc("summary", item.Doc);
        code.Doc("remarks", $"<c>struct {item.Kernel}</c>{Since(Lifetime(item))}. Lent by the kernel; schedulers do not create it.");
        code.Line($"[KernelStruct(\"{item.Kernel}\")]");
        code.Open($"public {(owned.Length > 0 ? "" : "sealed ")}partial class {name}");
        if (owned.Length > 0) WriteSharedState(code, name, item);
        else code.Line($"internal {name}() {{ }}");
        foreach ((string field, FieldOverlay fieldOverlay) in item.Fields)
        {
            code.Line();
            WriteField(code, item, field, fieldOverlay, shared: owned.Length > 0);
        }

        code.Close();
        foreach ((string ownedName, OwnedOverlay ownedOverlay) in owned) WriteOwned(code, ownedName, ownedOverlay);
        return code.ToString();
    }

    // A lent and an owned view of one object are two C# objects that share their state.
    void WriteSharedState(CodeWriter code, string name, StructOverlay item)
    {
        code.Line("readonly State state;");
        code.Line();
        code.Line($"internal {name}() => state = new State();");
        code.Line();
        code.Line($"private protected {name}({name} same) => state = same.state;");
        code.Line();
        code.Open("sealed class State");
        foreach ((string field, FieldOverlay fieldOverlay) in item.Fields)
        {
            FieldType type = TypeOf(item, field, fieldOverlay);
            code.Line($"internal {type.CSharp} {Names.Pascal(field)}{(type.Embedded ? " = new()" : type.NeedsValue ? " = null!" : "")};");
        }

        code.Close();
    }

    void WriteField(CodeWriter code, StructOverlay item, string field, FieldOverlay fieldOverlay, bool shared)
    {
        FieldType type = TypeOf(item, field, fieldOverlay);
        Lifetime lifetime = history.LifetimeOf($"{item.Kernel}.{field}", kernel => Kernel(kernel, item, field) is not null);
        code.Doc("summary", fieldOverlay.Doc);
        code.Doc("remarks", $"<c>{item.Kernel}.{field}</c>{Since(lifetime)}.");
        code.Line($"[KernelField(\"{field}\"{(type.Explicit is { } kernelType ? $", Type = \"{kernelType}\"" : "")}{(type.Embedded ? ", Embedded = true" : "")}{lifetime.AsArguments})]");
        string name = Names.Pascal(field), setter = fieldOverlay.Set ? "set" : "internal set";
        code.Line((shared, type.Embedded) switch
        {
            (true, true) => $"public {type.CSharp} {name} => state.{name};",
            (true, false) => $"public {type.CSharp} {name} {{ get => state.{name}; {setter} => state.{name} = value; }}",
            (false, true) => $"public {type.CSharp} {name} {{ get; }} = new();",
            (false, false) => $"public {type.CSharp} {name} {{ get; {setter}; }}{(type.NeedsValue ? " = null!;" : "")}",
        });
    }

    void WriteOwned(CodeWriter code, string name, OwnedOverlay owned)
    {
        code.Line();
        code.Doc("summary", owned.Doc + " Disposing gives it back.");
        code.Open($"public sealed class {name} : {owned.Base}, IDisposable");
        code.Line($"internal {name}({owned.Base} same) : base(same) {{ }}");
        code.Line();
        code.Doc("summary", "Gives the reference back; the object must not be used any more.");
        KfuncForm form = KfuncForm.Read(owned.Release, history, overlay.Rules);
        code.Doc("remarks", $"<c>{form.Symbol}</c>. Callable from any callback. In every supported kernel.");
        KfuncAttributes.Write(code, [form]);
        code.Line("public void Dispose() => KernelScope.Current.Release(this);");
        code.Close();
    }

    FieldType TypeOf(StructOverlay item, string field, FieldOverlay fieldOverlay)
    {
        string kernel = history.Newest($"{item.Kernel}.{field}", facts => Kernel(facts, item, field));
        if (history.Kernels.Select(facts => Kernel(facts, item, field)).FirstOrDefault(other => other is not null && other != kernel) is { } changed)
            throw new InvalidDataException($"{item.Kernel}.{field} is {kernel} now and was {changed}");

        if (fieldOverlay.Type is { } given)
            return given == "KernelString" ? new FieldType(given, null, false, true) : new FieldType(given, EnumInteger(kernel), false, false);
        if (Names.Integer(kernel) is { } integer) return new FieldType(integer, integer == "bool" ? "bool" : null, false, false);
        if (structs.ClassOf(kernel) is { } embedded) return new FieldType(embedded, null, true, true);
        string lent = Names.Pointee(kernel) is { } pointee && structs.ClassOf(pointee) is { } bound
            ? bound : throw new InvalidDataException($"{item.Kernel}.{field}: no class for {kernel}");
        return fieldOverlay.Nullable ? new FieldType(lent + "?", null, false, false) : new FieldType(lent, null, false, true);
    }

    // CO-RE finds a field only by its kind of type, so an enum has to be told from an integer.
    string EnumInteger(string kernel) => kernel.StartsWith("enum ", StringComparison.Ordinal)
        ? "enum " + history.Newest(kernel, facts => facts.Enums.GetValueOrDefault(kernel["enum ".Length..])?.Type)
        : kernel;

    Lifetime Lifetime(StructOverlay item) => history.LifetimeOf(item.Kernel, kernel => kernel.Structs.ContainsKey(item.Kernel));

    static string Since(Lifetime lifetime) => lifetime.AsWords is { Length: > 0 } words ? ", " + words : "";

    static string? Kernel(KernelFacts kernel, StructOverlay item, string field) => kernel.Structs.GetValueOrDefault(item.Kernel)?.GetValueOrDefault(field);

    /// <param name="CSharp">C# type.</param>
    /// <param name="Explicit">Kernel type to be named in the attribute, or null.</param>
    /// <param name="Embedded">Part of the object.</param>
    /// <param name="NeedsValue">A reference that is not null.</param>
    sealed record FieldType(string CSharp, string? Explicit, bool Embedded, bool NeedsValue);
}
