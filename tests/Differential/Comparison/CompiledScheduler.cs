using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Scx.Compiler;
using Scx.Compiler.Backend;
using Scx.Compiler.Diagnostics;
using Module = Scx.Compiler.Ir.Module;

namespace Scx.Differential.Comparison;

/// <summary>Runs one method of the .NET build on inputs.</summary>
/// <param name="scheduler">The instance, whose fields are kept from one run to the next.</param>
/// <param name="method">The method's name.</param>
/// <param name="inputs">The struct's bytes, changed in place.</param>
public delegate void Drive(object scheduler, string method, Span<byte> inputs);

/// <summary>A scheduler's text, compiled by csc for .NET and by scxc for the kernel.</summary>
public sealed class CompiledScheduler
{
    static readonly MetadataReference[] references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is string name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll"))
            .Append(typeof(Scheduler).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // What the Sdk compiles into each scheduler.
    static readonly string[] library = [.. Library()];

    const string Usings = "global using System; global using Scx;";

    CompiledScheduler(Module module, byte[] elf, object instance, Drive drive) => (Module, Object, Instance, Drive) = (module, elf, instance, drive);

    /// <summary>What the front end and the analysis made.</summary>
    public Module Module { get; }

    /// <summary>The object.</summary>
    public byte[] Object { get; }

    /// <summary>The scheduler under .NET, as new.</summary>
    public object Instance { get; }

    /// <summary>Runs a method of <see cref="Instance"/>.</summary>
    public Drive Drive { get; }

    /// <summary>Compiles both.</summary>
    /// <param name="name">For messages.</param>
    /// <param name="source">The text; its scheduler is the class <c>Random</c>, whose programs take <c>ref Inputs</c>.</param>
    /// <param name="methods">The methods that are to be run.</param>
    /// <param name="cpu">Instructions that may be used.</param>
    /// <exception cref="RejectedSourceException">One of the compilers refuses it.</exception>
    public static CompiledScheduler Compile(string name, string source, IEnumerable<string> methods, CpuLevel cpu)
    {
        var (module, elf) = ForKernel(name, source, cpu);
        var (instance, drive) = ForNet(name, source, methods);
        return new CompiledScheduler(module, elf, instance, drive);
    }

    static (Module, byte[]) ForKernel(string name, string source, CpuLevel cpu)
    {
        var compilation = Compilation(name, [source], "BPF");
        var made = SchedulerChecker.Check(compilation, path => path, CancellationToken.None);
        if (made.Diagnostics.FirstOrDefault(d => d.Rule.Severity == Severity.Error) is { } error)
            throw new RejectedSourceException($"{error.Span}: {error.Rule.Id}: {error.Message}");
        var module = made.Modules[0];
        return (module, ObjectCompiler.Compile(module, BackendOptions.Default with { Cpu = cpu }));
    }

    static (object, Drive) ForNet(string name, string source, IEnumerable<string> methods)
    {
        string calls = string.Concat(methods.Select(method => $"case \"{method}\": scheduler.{method}(ref inputs); break;\n"));
        string driver = $$"""
            static class Driver
            {
                public static void Run(object instance, string method, Span<byte> bytes)
                {
                    var scheduler = (Random)instance;
                    ref Inputs inputs = ref System.Runtime.InteropServices.MemoryMarshal.AsRef<Inputs>(bytes);
                    switch (method)
                    {
                        {{calls}}
                    }
                }
            }
            """;
        using var image = new MemoryStream();
        var emitted = Compilation(name, [source, driver], "NET").Emit(image);
        if (!emitted.Success)
            throw new RejectedSourceException(emitted.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error).ToString());
        image.Position = 0;
        var assembly = new AssemblyLoadContext(name, isCollectible: true).LoadFromStream(image);
        object instance = Activator.CreateInstance(assembly.GetType("Random")!)!;
        var run = assembly.GetType("Driver")!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!;
        return (instance, run.CreateDelegate<Drive>());
    }

    static IEnumerable<string> Library()
    {
        var assembly = typeof(CompiledScheduler).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    static CSharpCompilation Compilation(string name, IEnumerable<string> sources, string symbol)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithPreprocessorSymbols(symbol);
        var compilation = CSharpCompilation.Create(
            name,
            sources.Append(Usings).Concat(library).Select((text, i) => CSharpSyntaxTree.ParseText(text, options, i == 0 ? $"{name}.cs" : $"{name}.{i}.cs")),
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        if (compilation.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
            throw new RejectedSourceException(error.ToString());
        return compilation;
    }
}
