using Scx.Bindings.Tool.Import;

namespace Scx.Bindings.Tool.Generate;

/// <summary>Writes the classes of kernel structs.</summary>
public sealed class StructWriter(History history, Overlay overlay)
{
    readonly StructOverlays structs = overlay.Structs;

    /// <summary>The file of one struct and of its owned forms.</summary>
    public string Write(string name)
    {
        StructOverlay item = WithRest(structs.Structs[name]);
        var code = new CodeWriter("Scx.Bindings");
        KeyValuePair<string, OwnedOverlay>[] owned = [.. structs.Owned.Where(pair => pair.Value.Base == name)];
        code.Doc("summary", item.Doc);
        code.Doc("remarks", $"<c>struct {item.Kernel}</c>{Since(Lifetime(item))}. Lent by the kernel; schedulers do not create it.");
        code.Line($"[KernelStruct(\"{item.Kernel}\")]");
        bool open = owned.Length > 0 || structs.Structs.Values.Any(other => other.Base == name);
        code.Open($"public {(open ? "" : "sealed ")}partial class {name}{(item.Base is { } type ? " : " + type : "")}");
        if (item.Base is not null) WriteDerivedState(code, name, item);
        else if (open) WriteSharedState(code, name, item);
        else code.Line($"internal {name}() {{ }}");
        foreach ((string field, FieldOverlay fieldOverlay) in item.Fields)
        {
            code.Line();
            WriteField(code, item, field, fieldOverlay, shared: open);
        }

        code.Close();
        foreach ((string ownedName, OwnedOverlay ownedOverlay) in owned) WriteOwned(code, ownedName, ownedOverlay);
        return code.ToString();
    }

    // The numbers and bound objects that every kernel has, without a description of their own.
    StructOverlay WithRest(StructOverlay item)
    {
        if (!item.Rest) return item;
        var fields = new Dictionary<string, FieldOverlay>(item.Fields);
        HashSet<string> taken = [.. fields.Keys.Select(Names.Pascal), "Shared"];
        foreach ((string field, string type) in history.Kernels[^1].Structs[item.Kernel])
        {
            bool bound = Names.Integer(type) is not null || structs.Numbers.Contains(type) || (Names.Pointee(type) ?? type) is { } target && structs.ClassOf(target) is not null;
            if (bound && !fields.ContainsKey(field) && history.Kernels.All(kernel => Kernel(kernel, item, field) == type) && taken.Add(Names.Pascal(field)))
                fields.Add(field, new FieldOverlay($"The kernel's own <c>{field}</c>.", Nullable: type.EndsWith('*')));
        }

        return item with { Fields = fields };
    }

    static string NameOf(StructOverlay item, string field) =>
        Names.Pascal(item.Prefix is { } prefix && field.StartsWith(prefix, StringComparison.Ordinal) ? field[prefix.Length..] : field);

    // A lent and an owned view of one object are two C# objects that share their state.
    void WriteSharedState(CodeWriter code, string name, StructOverlay item)
    {
        code.Line("readonly Shared state;");
        code.Line();
        code.Line($"internal {name}() => state = new Shared();");
        code.Line();
        code.Line($"private protected {name}({name} same) => state = same.state;");
        code.Line();
        code.Open("sealed class Shared");
        foreach ((string field, FieldOverlay fieldOverlay) in item.Fields)
        {
            FieldType type = TypeOf(item, field, fieldOverlay);
            code.Line($"internal {type.CSharp} {NameOf(item, field)}{(type.Embedded ? " = new()" : type.NeedsValue ? " = null!" : "")};");
        }

        code.Close();
    }

    // What an object begins with keeps the state of both.
    static void WriteDerivedState(CodeWriter code, string name, StructOverlay item)
    {
        if (item.Fields.Count > 0) throw new InvalidDataException($"{name} has a base and fields of its own");
        code.Line($"internal {name}() {{ }}");
        code.Line();
        code.Line($"private protected {name}({name} same) : base(same) {{ }}");
    }

    void WriteField(CodeWriter code, StructOverlay item, string field, FieldOverlay fieldOverlay, bool shared)
    {
        FieldType type = TypeOf(item, field, fieldOverlay);
        Lifetime lifetime = history.LifetimeOf($"{item.Kernel}.{field}", kernel => Kernel(kernel, item, field) is not null);
        code.Doc("summary", fieldOverlay.Doc);
        code.Doc("remarks", $"<c>{item.Kernel}.{field}</c>{Since(lifetime)}.");
        code.Line($"[KernelField(\"{field}\"{(type.Explicit is { } kernelType ? $", Type = \"{kernelType}\"" : "")}{(type.Member is { } member ? $", Member = \"{member}\"" : "")}{(type.Embedded || type.Explicit?.EndsWith(']') == true ? ", Embedded = true" : "")}{(fieldOverlay.Trust is { } trust ? $", Trust = PointerTrust.{trust}" : "")}{(item.ZeroIfAbsent || fieldOverlay.ZeroIfAbsent ? ", ZeroIfAbsent = true" : "")}{lifetime.AsArguments})]");
        if (fieldOverlay.CidFormSetter is { } instead) code.Line($"[CpuFormOnly(\"{instead}\")]");
        string name = NameOf(item, field), setter = fieldOverlay.Set ? "set" : "internal set";
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
            return given == "KernelString" ? new FieldType(given, kernel.EndsWith(']') ? kernel : null, false, true) : new FieldType(given, EnumInteger(kernel), false, false);
        if (structs.Numbers.Contains(kernel)) return NumberOf(kernel);
        if (Names.Integer(kernel) is { } integer) return new FieldType(integer, integer == "bool" ? "bool" : null, false, false);
        if (structs.ClassOf(kernel) is { } embedded) return new FieldType(embedded, null, true, true);
        string lent = Names.Pointee(kernel) is { } pointee && structs.ClassOf(pointee) is { } bound
            ? bound : throw new InvalidDataException($"{item.Kernel}.{field}: no class for {kernel}");
        return fieldOverlay.Nullable ? new FieldType(lent + "?", null, false, false) : new FieldType(lent, null, false, true);
    }

    FieldType NumberOf(string kernel)
    {
        Dictionary<string, string> fields = history.Newest(kernel, facts => facts.Structs.GetValueOrDefault(kernel));
        if (fields.Count != 1 || Names.Integer(fields.Values.Single()) is not { } integer)
            throw new InvalidDataException($"{kernel} is not a struct around one number");
        if (history.Kernels.FirstOrDefault(facts => facts.Structs.GetValueOrDefault(kernel)?.SequenceEqual(fields) != true) is { } other)
            throw new InvalidDataException($"{kernel} is another in {other.Kernel}");
        return new FieldType(integer, kernel, false, false, fields.Keys.Single());
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
    /// <param name="Member">The number in the kernel's type, if that is a struct around one.</param>
    sealed record FieldType(string CSharp, string? Explicit, bool Embedded, bool NeedsValue, string? Member = null);
}
