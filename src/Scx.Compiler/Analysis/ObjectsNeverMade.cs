using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>
/// Trees and lists of objects that nothing makes. The kernel looks up the objects' struct in the object's BTF (btf_parse_graph_root, kernel/bpf/btf.c, 7.3), which
/// has the structs that are used. Without it the kernel refuses the whole BTF if the tree lies in a struct; for a tree that is a variable libbpf makes the section's map
/// without types, and the kernel refuses what is done with a tree or lock there.
/// </summary>
public static class ObjectsNeverMade
{
    /// <summary>The fields and maps that hold such a tree or list.</summary>
    /// <param name="module">A scheduler.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module)
    {
        var instructions = module.Functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions).ToList();
        var made = new HashSet<string>(instructions.OfType<TypeId>().Select(t => t.Type.Name), StringComparer.Ordinal);
        var usedSections = new HashSet<string?>(instructions.OfType<GlobalAddress>().Select(a => a.Global.SectionSuffix));
        var holders = module.Globals.Select(g => (g.Name, g.Span, Held: usedSections.Contains(g.SectionSuffix) ? g.Tags.Concat(Tags(g.Type)) : Tags(g.Type)))
            .Concat(module.Maps.Select(m => (m.Name, m.Span, Held: m.Type.Value is { } value ? Tags(value) : [])));
        var slots = new HashSet<string>(module.Globals.SelectMany(g => Slots(g.Type)).Concat(module.Maps.SelectMany(m => m.Type.Value is { } value ? Slots(value) : [])), StringComparer.Ordinal);
        return
        [
            .. holders.SelectMany(holder => holder.Held.Select(LinkTag.Target).OfType<string>().Distinct()
                .Where(type => !made.Contains(type) && !slots.Contains(type))
                .Select(type => new ScxDiagnostic(Rules.NeverMade, holder.Span, [holder.Name, type]))),
        ];
    }

    private static IEnumerable<string> Tags(IrType type) => type switch
    {
        StructType structure => structure.Fields.SelectMany(f => f.Tag is { } tag ? Tags(f.Type).Append(tag) : Tags(f.Type)),
        ArrayType array => Tags(array.Element),
        _ => [],
    };

    /// <summary>What slots own is in the BTF too.</summary>
    private static IEnumerable<string> Slots(IrType type) => type switch
    {
        KptrType { Target: StructType target } => [target.Name],
        StructType structure => structure.Fields.SelectMany(f => Slots(f.Type)),
        ArrayType array => Slots(array.Element),
        _ => [],
    };
}
