using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Scx.Compiler.Analysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Frontend;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Tests;

/// <summary>C# text as a compilation against the Sdk, and what the compiler makes of it.</summary>
static class SourceCompilation
{
    // What the tests themselves run on; Scx.Sdk.dll is among it, being a reference of the test project.
    static readonly MetadataReference[] references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is string name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll"))
            .Append(typeof(Scheduler).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // What the Sdk compiles into each scheduler.
    static readonly SyntaxTree[] library =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "src", "Scx.Sdk", "Library"), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview), path)),
    ];

    const string Usings = "global using System; global using Scx;";

    /// <summary>The text as csc sees it with nullable and implicit usings on; it must have no C# errors.</summary>
    internal static CSharpCompilation Compile(string file, string source, params SyntaxTree[] others)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(file),
            [CSharpSyntaxTree.ParseText(source, options, file), CSharpSyntaxTree.ParseText(Usings, options, "Usings.cs"), .. others, .. library],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    /// <summary>Front end and analysis: the modules, if the front end made them, and all diagnostics.</summary>
    internal static (IReadOnlyList<Module> Modules, IReadOnlyList<ScxDiagnostic> Diagnostics) Analyze(string file, string source)
    {
        var lowered = FrontEnd.Lower(Compile(file, source), path => path, CancellationToken.None);
        var analyzed = lowered.Modules.Select(module => ModuleAnalysis.Run(module)).ToList();
        return ([.. analyzed.Select(a => a.Module)], [.. lowered.Diagnostics, .. analyzed.SelectMany(a => a.Diagnostics)]);
    }
}
