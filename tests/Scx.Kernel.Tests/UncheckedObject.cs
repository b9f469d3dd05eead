using Scx.Compiler.Analysis;
using Scx.Compiler.Backend;
using Scx.Compiler.Driver;
using Scx.Compiler.Frontend;

namespace Scx.Tests;

/// <summary>Objects of schedulers that no build makes, to see the kernel refuse them.</summary>
static class UncheckedObject
{
    /// <summary>Makes one, whatever the analysis says.</summary>
    /// <param name="source">A file with one scheduler.</param>
    /// <param name="directory">Where it goes, named like its source.</param>
    public static void Make(string source, string directory)
    {
        var module = FrontEnd.Lower(CompilationLoader.FromFiles([source], []), Path.GetFileName, default).Modules.Single();
        Directory.CreateDirectory(directory);
        File.WriteAllBytes(Path.Combine(directory, Path.GetFileNameWithoutExtension(source) + ".bpf.o"),
            ObjectCompiler.Compile(ModuleAnalysis.Run(module).Module, BackendOptions.Default));
    }
}
