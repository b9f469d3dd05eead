using Scx.Bindings.Tool.Import;

namespace Scx.Bindings.Tool.Generate;

/// <summary>From the data files to the Sdk's generated sources.</summary>
public static class Generator
{
    /// <summary>All files: name and text.</summary>
    /// <param name="data">Folder with <c>kernels</c>, <c>overlay</c> and <c>rules.json</c>.</param>
    /// <exception cref="InvalidDataException">The data files do not fit together; the message says where.</exception>
    public static IReadOnlyDictionary<string, string> Generate(string data)
    {
        Overlay overlay = Overlay.Read(data);
        var history = new History(KernelFacts.ReadAll(Path.Combine(data, "kernels")), overlay.Rules.FirstSeen);
        IReadOnlyList<KfuncBinding> bindings = KfuncBinding.ReadAll(history, overlay);
        var kfuncs = new KfuncWriter(bindings, overlay);
        var arguments = new ProgramArgumentsWriter(history, overlay.Rules.Tracepoints);
        var enums = new EnumWriter(history, overlay.Enums);
        var structs = new StructWriter(history, overlay);

        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Scheduler.Callbacks.g.cs"] = new CallbackWriter(history, overlay).Write(),
            ["Scheduler.Kfuncs.g.cs"] = kfuncs.WriteMethods(KfuncBinding.MainClass),
            ["Scheduler.Helpers.g.cs"] = HelperWriter.WriteMethods(overlay.Helpers),
            ["IKernel.Helpers.g.cs"] = HelperWriter.WriteInterface(overlay.Helpers),
            ["IKernel.Kfuncs.g.cs"] = kfuncs.WriteInterface(),
            ["Enums.g.cs"] = enums.WriteEnums(),
            ["Constants.g.cs"] = enums.WriteConstants(),
            ["TracepointBtfAttribute.g.cs"] = arguments.WriteTracepoints(),
            ["FunctionEntryAttribute.g.cs"] = arguments.WriteEntries(),
            ["FunctionExitAttribute.g.cs"] = arguments.WriteExits(),
            ["SchedExtOpsMembers.g.cs"] = new OpsMembersWriter(history).Write(),
        };
        foreach (string name in kfuncs.ObjectClasses) files.Add(name + ".Kfuncs.g.cs", kfuncs.WriteMethods(name));
        foreach (string name in overlay.Structs.Structs.Keys) files.Add(name + ".g.cs", structs.Write(name));
        var iterators = new IteratorWriter(history, overlay);
        foreach (string name in overlay.Structs.Iterators.Keys) files.Add(name + ".g.cs", iterators.Write(name));
        return files;
    }

    /// <summary>Names of files in a folder that differ from what the data say, are missing, or should not be there.</summary>
    public static IReadOnlyList<string> Outdated(string data, string folder)
    {
        IReadOnlyDictionary<string, string> wanted = Generate(data);
        IEnumerable<string> present = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.g.cs").Select(path => Path.GetFileName(path)) : [];
        return [.. wanted.Keys.Union(present).Where(name =>
            !wanted.TryGetValue(name, out string? text) || !File.Exists(Path.Combine(folder, name)) || File.ReadAllText(Path.Combine(folder, name)) != text)
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Writes the files and removes those that are no longer made.</summary>
    public static void Write(string data, string folder)
    {
        IReadOnlyDictionary<string, string> files = Generate(data);
        Directory.CreateDirectory(folder);
        foreach (string path in Directory.GetFiles(folder, "*.g.cs"))
            if (!files.ContainsKey(Path.GetFileName(path))) File.Delete(path);
        foreach ((string name, string text) in files) File.WriteAllText(Path.Combine(folder, name), text);
    }
}
