using Scx.Runtime.Btf;

namespace Scx.Runtime;

/// <summary>Finds the tunables of an object: variables of <c>.rodata</c> with the declaration tag <c>scx:tunable:DESCRIPTION</c>.</summary>
static class TunableReader
{
    const string TagPrefix = "scx:tunable:";

    static readonly Dictionary<string, Int128> noChoices = [];

    /// <summary>Reads them.</summary>
    /// <param name="types">The object's types.</param>
    /// <param name="variables">The object's variables.</param>
    /// <param name="contents">What a section holds.</param>
    public static IReadOnlyList<Tunable> Read(BtfTable types, IEnumerable<Variable> variables, Func<string, byte[]> contents)
    {
        var tunables = new List<Tunable>();
        foreach (var variable in variables)
        {
            if (variable.TagAfter(TagPrefix) is { } description && Describe(types, variable, description) is { } tunable)
                tunables.Add(tunable.At(variable.Section, variable.Offset, contents(variable.Section)));
        }

        return tunables;
    }

    static Tunable? Describe(BtfTable types, Variable variable, string description) => types.Resolve(variable.TypeId) switch
    {
        BtfInteger type => new Tunable(variable.Name, description, type.Boolean ? TunableKind.Flag : TunableKind.Integer, type.Size,
            type.Signed, noChoices),
        BtfEnum type => new Tunable(variable.Name, description, TunableKind.Choice, type.Size, type.Signed, ChoicesOf(type)),
        _ => null,
    };

    // Enumerators of C# enums come as "Mode.Fifo" or "Mode_Fifo" or bare; the part after the enum's own name is what one types.
    static Dictionary<string, Int128> ChoicesOf(BtfEnum type)
    {
        var choices = new Dictionary<string, Int128>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in type.Values)
        {
            string name = value.Name.StartsWith(type.Name, StringComparison.Ordinal) && value.Name.Length > type.Name.Length
                ? value.Name[type.Name.Length..].TrimStart('.', '_') : value.Name;
            choices[name] = type.Signed ? (Int128)(long)value.Value : value.Value;
        }

        return choices;
    }
}
