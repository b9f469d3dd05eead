using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Scx.Compiler.Driver;

/// <summary>Makes Roslyn's view of what is to be compiled.</summary>
internal static class CompilationLoader
{
    /// <summary>From csc's arguments. csc has compiled it before, so no errors are expected in it.</summary>
    /// <exception cref="EnvironmentException">A file cannot be read.</exception>
    public static CSharpCompilation FromCsc(CSharpCommandLineArguments csc, IEnumerable<string> moreReferences)
    {
        var references = csc.MetadataReferences.Select(r => Reference(r.Reference, r.Properties, csc.BaseDirectory!))
            .Concat(moreReferences.Select(r => Reference(r, MetadataReferenceProperties.Assembly, Environment.CurrentDirectory)));
        // csc has warned of what may be null; to find it out again takes a quarter of the time.
        var parse = csc.ParseOptions.WithDocumentationMode(DocumentationMode.None)
            .WithFeatures([.. csc.ParseOptions.Features, new("run-nullable-analysis", "never")]);
        return CSharpCompilation.Create(
            csc.CompilationName ?? "schedulers",
            Trees(csc.SourceFiles.Select(f => f.Path), parse),
            references,
            csc.CompilationOptions.WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default)
                .WithSyntaxTreeOptionsProvider(EditorConfig.Of(csc.AnalyzerConfigPaths, csc.BaseDirectory!)));
    }

    /// <summary>From files alone: the language, usings and references that a new project would have.</summary>
    /// <exception cref="EnvironmentException">A file cannot be read, or .NET's own assemblies are missing.</exception>
    public static CSharpCompilation FromFiles(IEnumerable<string> sources, IEnumerable<string> moreReferences)
    {
        var csc = CSharpCommandLineParser.Default.Parse(StandaloneInputs.CscOptions, Environment.CurrentDirectory, sdkDirectory: null);
        var parse = csc.ParseOptions.WithDocumentationMode(DocumentationMode.None);
        var trees = Trees(sources.Concat(StandaloneInputs.Library), parse);
        bool isProgram = trees.Any(t => t.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement));
        var options = csc.CompilationOptions
            .WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
            .WithSyntaxTreeOptionsProvider(EditorConfig.Around(sources));
        var usings = CSharpSyntaxTree.ParseText(StandaloneInputs.GlobalUsings, parse, "GlobalUsings.g.cs");
        var references = StandaloneInputs.References.Concat(moreReferences)
            .Select(r => Reference(r, MetadataReferenceProperties.Assembly, Environment.CurrentDirectory));
        return CSharpCompilation.Create("schedulers", trees.Add(usings), references, options);
    }

    static ImmutableArray<SyntaxTree> Trees(IEnumerable<string> paths, CSharpParseOptions options) =>
        [.. paths.Select(path => CSharpSyntaxTree.ParseText(FileText.ReadSource(path), options, path))];

    static PortableExecutableReference Reference(string path, MetadataReferenceProperties properties, string baseDirectory)
    {
        string full = Path.Combine(baseDirectory, path);
        if (!File.Exists(full))
            throw new EnvironmentException($"Reference '{full}' does not exist");
        return MetadataReference.CreateFromFile(full, properties);
    }
}
