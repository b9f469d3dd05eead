using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>
/// Maps, in the form that libbpf calls BTF-defined: each attribute is a member whose type is a pointer to an array of that many elements (a
/// number) or to the type itself (key and value). The variable itself holds nothing but the addresses of the maps in a map of maps.
/// </content>
public sealed partial class LlvmTextWriter
{
    private readonly Dictionary<string, string> _mapDefinitions = [];

    private void WriteMap(Map map)
    {
        foreach (Map inner in map.InnerMaps)
            WriteMap(inner);
        (string definition, int members) = MapDefinition(map);
        string debug = GlobalVariable(map.Name, definition, map.Span, map.Tags);
        string head = $"[{members} x ptr]", type = head, value = "zeroinitializer";
        if (!map.InnerMaps.IsEmpty)
        {
            string maps = $"[{map.InnerMaps.Length} x ptr]";
            type = $"{{ {head}, {maps} }}";
            value = $"{{ {head} zeroinitializer, {maps} [{string.Join(", ", map.InnerMaps.Select(m => "ptr " + LlvmSyntax.Symbol(m.Name)))}] }}";
        }
        _globals.Append($"{LlvmSyntax.Symbol(map.Name)} = dso_local global {type} {value}, section \".maps\", align 8, !dbg {debug}\n");
    }

    /// <summary>The struct that describes a map, and how many pointers it has; the maps in a map of maps follow them.</summary>
    private (string Definition, int Members) MapDefinition(Map map)
    {
        List<(string Name, string Type, int Size)> attributes = [("type", MapNumber((uint)map.Type.Number), 8)];
        void Number(string name, ulong number)
        {
            if (number != 0)
                attributes.Add((name, MapNumber(number), 8));
        }
        Number("max_entries", map.MaxEntries);
        if (map.Type.Key is { } key)
            attributes.Add(("key", PointerTo(DebugType(key)), 8));
        if (map.Type.Value is not (null or PointerType))
            attributes.Add(("value", PointerTo(DebugType(InStruct(map.Type.Value))), 8));
        Number("map_flags", map.Flags);
        Number("map_extra", map.Extra);
        int members = attributes.Count;
        // An array without a length at the end: libbpf takes the type from it, and the addresses from the variable.
        if (map.Inner is not null)
            attributes.Add(("values", ArrayOf(PointerTo(MapDefinition(map.Inner).Definition), -1, 0), 0));

        // Maps that are alike, as the thousand that a map of maps may start with, share it.
        string alike = string.Join(" ", attributes);
        if (_mapDefinitions.TryGetValue(alike, out string? known))
            return (known, members);
        string definition = _metadata.Reserve();
        _mapDefinitions.Add(alike, definition);
        string[] written = [.. attributes.Select((a, i) => Member(definition, a.Name, a.Type, a.Size, i * 8))];
        _metadata.Define(definition,
            $"distinct !DICompositeType(tag: DW_TAG_structure_type, file: {_mainFile}, size: {members * 64}, elements: {_metadata.Tuple(written)})");
        return (definition, members);
    }

    /// <summary>The kernel looks for its own state among the fields of a value only, so the value must not be the state itself (btf_parse_fields, kernel/bpf/btf.c).</summary>
    private static IrType InStruct(IrType value) => value switch
    {
        StructType { IsKernelState: true } state => new StructType(state.Name + "_value", [new StructField("value", state, 0)], state.Size, state.Alignment),
        KptrType => new StructType("kptr_value", [new StructField("value", value, 0)], 8, 8),
        _ => value,
    };

    /// <summary>libbpf reads the number of elements only; the kernel wants the array's bytes to fit 32 bits (kernel/bpf/btf.c, btf_array_resolve).</summary>
    private string MapNumber(ulong number)
    {
        IntType element = number <= uint.MaxValue / 4 ? IrType.S32 : IrType.S8;
        return PointerTo(ArrayOf(DebugType(element), (long)number, (long)number * (element.Bits / 8)));
    }
}
