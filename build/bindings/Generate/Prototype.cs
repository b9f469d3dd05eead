namespace Scx.Bindings.Tool.Generate;

/// <summary>A function prototype of the data files, taken apart.</summary>
/// <param name="Result">Type of the result.</param>
/// <param name="Parameters">The parameters.</param>
public sealed record Prototype(string Result, IReadOnlyList<PrototypeParameter> Parameters)
{
    const string NullableSuffix = "__nullable";

    /// <summary>Takes apart <c>void (s32 cpu, task_struct *prev__nullable)</c>.</summary>
    public static Prototype Parse(string text)
    {
        int open = text.IndexOf('(');
        string inside = text[(open + 1)..^1];
        return new Prototype(text[..open].Trim(), [.. inside.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(ParseParameter)]);
    }

    /// <summary>Without names, as <c>KfuncAttribute.Prototype</c> has it.</summary>
    public override string ToString() => $"{Result} ({string.Join(", ", Parameters.Select(parameter => parameter.Type))})";

    static PrototypeParameter ParseParameter(string text)
    {
        int split = text.LastIndexOfAny([' ', '*']);
        string type = text[..(split + 1)].Trim(), name = text[(split + 1)..];
        bool nullable = name.EndsWith(NullableSuffix, StringComparison.Ordinal);
        return new PrototypeParameter(type, nullable ? name[..^NullableSuffix.Length] : name, nullable);
    }
}

/// <summary>One parameter.</summary>
/// <param name="Type">Its type, as in <c>const cpumask *</c>.</param>
/// <param name="Name">Its name in the kernel.</param>
/// <param name="Nullable">It may be null.</param>
public sealed record PrototypeParameter(string Type, string Name, bool Nullable);
