using Scx.Compiler;
using Scx.Compiler.Backend;
using Scx.Compiler.Driver;
using Scx.Compiler.Ir;
using Scx.Tests;

namespace Scx.Kernel.Tests;

/// <summary>Objects of schedulers that no build makes: of wrong ones, made although the analysis objects, and of those that the code fixes mended.</summary>
static class TestObjects
{
    static readonly string output = Path.Combine(Repository.Root, "artifacts", "kernel-tests");

    static readonly Lazy<bool> made = new(() =>
    {
        MakeAll();
        return true;
    });

    /// <summary>The sources of what the kernel is to refuse; each scheduler is named like its file.</summary>
    public static IReadOnlyList<string> Refused { get; } = Sources("refused", "*.cs");

    /// <summary>The names of the objects of mended sources.</summary>
    public static IReadOnlyList<string> Fixed { get; } = [.. Sources("fixes", "*.fixed.cs").Select(file => Path.GetFileName(file)[..^".fixed.cs".Length])];

    /// <summary>Makes them, once.</summary>
    public static void Make() => _ = made.Value;

    static void MakeAll()
    {
        if (Directory.Exists(output))
            Directory.Delete(output, recursive: true);
        foreach (string file in Refused)
            UncheckedObject.Make(file, Path.Combine(output, "refused"));
        foreach (string file in Sources("fixes", "*.fixed.cs"))
            Write(Path.GetFileName(file)[..^".fixed.cs".Length], SchedulerChecker.Check(CompilationLoader.FromFiles([file], []), Path.GetFileName, default).Modules);
    }

    static void Write(string name, IReadOnlyList<Module> modules)
    {
        Assert.True(modules.Count > 0, $"{name}: no scheduler was made");
        Directory.CreateDirectory(Path.Combine(output, "fixed"));
        // Two schedulers in one file are as good as one.
        File.WriteAllBytes(Path.Combine(output, "fixed", name + ".bpf.o"), ObjectCompiler.Compile(modules[0], BackendOptions.Default));
    }

    static string[] Sources(string folder, string pattern) =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", folder), pattern).Order(StringComparer.Ordinal)];
}
