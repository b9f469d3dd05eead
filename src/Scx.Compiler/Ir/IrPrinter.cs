using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Scx.Compiler.Ir;

/// <summary>The readable text of a module: the same module gives the same text on any machine.</summary>
public static class IrPrinter
{
    /// <summary>The text of a whole module.</summary>
    /// <param name="module">The module.</param>
    public static string Print(Module module)
    {
        var text = new StringBuilder(PrintDeclarations(module));
        foreach (var function in module.Functions)
            text.Append('\n').Append(Print(function));
        return text.ToString();
    }

    /// <summary>The text of all but the functions.</summary>
    /// <param name="module">The module.</param>
    public static string PrintDeclarations(Module module)
    {
        var text = new StringBuilder();
        text.Append("module ").Append(Quoted(module.Name)).Append(" license ").Append(Quoted(module.License)).Append("\n\n");
        foreach (var structure in Structs(module))
            Append(text, structure);
        foreach (var global in module.Globals)
            Append(text, global);
        foreach (var map in module.Maps)
            Append(text, map);
        Append(text, module);
        return text.ToString();
    }

    /// <summary>The text of one global.</summary>
    /// <param name="global">The global.</param>
    public static string Print(Global global)
    {
        var text = new StringBuilder();
        Append(text, global);
        return text.ToString();
    }

    /// <summary>The text of one function.</summary>
    /// <param name="function">The function.</param>
    public static string Print(Function function) => new FunctionText(function, places: true).ToString();

    /// <summary>The text of one function, without the places in the source that its lines come from.</summary>
    /// <param name="function">The function.</param>
    public static string PrintWithoutPlaces(Function function) => new FunctionText(function, places: false).ToString();

    internal static string Quoted(string text) =>
        "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n") + "\"";

    internal static string Place(SourceSpan span)
    {
        if (span.Line == 0)
            return "";
        int slash = span.File.LastIndexOfAny(['/', '\\']);
        return string.Format(CultureInfo.InvariantCulture, "{0}:{1}:{2}", span.File.Substring(slash + 1), span.Line, span.Column);
    }

    private static void Append(StringBuilder text, StructType structure)
    {
        text.Append("struct ").Append(structure.Name).Append(" size ").Append(structure.Size).Append(" align ").Append(structure.Alignment);
        text.Append(" { ");
        text.Append(string.Join(", ", structure.Fields.Select(f => $"{f.Name}: {IrTypeText.Of(f.Type)} @{f.Offset}")));
        text.Append(" }\n");
    }

    private static void Append(StringBuilder text, Global global)
    {
        string section = global.Section switch
        {
            GlobalSection.Zeroed => ".bss",
            GlobalSection.ReadOnly => ".rodata",
            _ => ".data",
        };
        text.Append("global ").Append(global.Name).Append(": ").Append(IrTypeText.Of(global.Type)).Append(' ').Append(section);
        if (global.SectionSuffix is { } suffix)
            text.Append('.').Append(suffix);
        if (!global.InitialBytes.IsEmpty)
            text.Append(" = ").Append(string.Concat(global.InitialBytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture))));
        AppendTags(text, global.Tags);
    }

    private static void Append(StringBuilder text, Map map)
    {
        text.Append("map ").Append(map.Name).Append(": ").Append(IrTypeText.Of(map.Type));
        if (map.MaxEntries != 0)
            text.Append('[').Append(map.MaxEntries).Append(']');
        if (map.Flags != 0)
            text.Append(" flags 0x").Append(map.Flags.ToString("x", CultureInfo.InvariantCulture));
        if (map.Extra != 0)
            text.Append(" extra ").Append(map.Extra);
        if (map.Inner is { MaxEntries: var entries and not 0 })
            text.Append(" of [").Append(entries).Append(']');
        AppendTags(text, map.Tags);
    }

    private static void AppendTags(StringBuilder text, ImmutableArray<string> tags)
    {
        foreach (string tag in tags)
            text.Append(' ').Append(Quoted(tag));
        text.Append('\n');
    }

    private static void Append(StringBuilder text, Module module)
    {
        if (module.Ops is { } ops)
            Append(text, ops);
        foreach (var program in module.Programs)
        {
            if (program.Entry is { } entry)
                text.Append("program ").Append(program.Function.Name).Append(' ').Append(Quoted(entry.Section)).Append('\n');
        }
    }

    private static void Append(StringBuilder text, StructOps ops)
    {
        text.Append("ops ").Append(ops.TypeName).Append(' ').Append(ops.VariableName).Append('\n');
        foreach (var member in ops.Members)
        {
            text.Append("  ").Append(member.Name).Append(" = ").Append(member switch
            {
                CallbackMember callback => callback.Program.Function.Name + (callback.Program.Sleepable ? " sleepable" : ""),
                NumberMember number => $"{IrTypeText.Of(number.Type)} {number.Number}",
                TextMember literal => Quoted(literal.Text),
                _ => throw new InternalCompilerException(SourceSpan.None, $"no text for {member.GetType().Name}"),
            }).Append('\n');
        }
    }

    private static List<StructType> Structs(Module module)
    {
        var found = new List<StructType>();
        foreach (var type in module.Globals.Select(g => g.Type).Concat(module.Maps.Select(m => m.Type)))
            Collect(type, found);
        foreach (var instruction in module.Functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions))
        {
            if (instruction is StackSlot slot)
                Collect(slot.Type, found);
        }
        return found;
    }

    private static void Collect(IrType type, List<StructType> found)
    {
        if (type is ArrayType array)
            Collect(array.Element, found);
        if (type is MapType { Key: { } key })
            Collect(key, found);
        if (type is MapType { Value: { } value })
            Collect(value, found);
        if (type is not StructType structure || found.Contains(structure))
            return;
        foreach (var field in structure.Fields)
            Collect(field.Type, found);
        found.Add(structure);
    }
}
