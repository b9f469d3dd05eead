using Scx.Runtime.Btf;

namespace Scx.Runtime;

/// <summary>
/// Finds the statistics of an object: integer variables, and maps whose values are integers or structs of integers, with the declaration tag
/// <c>scx:stat:DESCRIPTION</c>.
/// </summary>
static class StatisticReader
{
    const string TagPrefix = "scx:stat:";
    const string MapSection = ".maps";

    /// <summary>Reads them.</summary>
    /// <param name="types">The object's types.</param>
    /// <param name="variables">The object's variables.</param>
    /// <param name="capacity">How many values a map has.</param>
    public static IReadOnlyList<StatisticSource> Read(BtfTable types, IEnumerable<Variable> variables, Func<string, int> capacity)
    {
        var sources = new List<StatisticSource>();
        foreach (var variable in variables)
        {
            if (variable.TagAfter(TagPrefix) is not { } description)
                continue;
            if (variable.Section != MapSection)
            {
                sources.AddRange(Columns(types, variable.TypeId, new Statistic(variable.Name, description), variable.Section, 0, variable.Offset));
                continue;
            }

            int count = capacity(variable.Name);
            for (int i = 0; i < count && ValueType(types, variable.TypeId) is { } value; i++)
            {
                string name = count == 1 ? variable.Name : $"{variable.Name}[{i}]";
                sources.AddRange(Columns(types, value, new Statistic(name, description), variable.Name, i, 0));
            }
        }

        return sources;
    }

    static IEnumerable<StatisticSource> Columns(BtfTable types, int type, Statistic statistic, string map, int index, int offset)
    {
        switch (types.Resolve(type))
        {
            case BtfInteger number:
                yield return new StatisticSource(statistic, map, index, offset, number.Size, number.Signed);
                break;
            case BtfStruct { Union: false } parts:
                foreach (var member in parts.Members)
                {
                    if (member.BitfieldSize != 0)
                        continue;
                    var inner = Columns(types, member.TypeId, statistic with { Name = member.Name }, map, index, offset + member.BitOffset / 8);
                    foreach (var source in inner)
                        yield return source;
                }

                break;
        }
    }

    // A map's definition is a struct whose member "value" is a pointer to the values' type (libbpf's __type macro).
    static int? ValueType(BtfTable types, int definition) =>
        types.Resolve(definition) is BtfStruct map && map.FindMember("value") is { } member
        && types.Resolve(member.TypeId) is BtfReference { Kind: BtfKind.Pointer } pointer ? pointer.TypeId : null;
}
