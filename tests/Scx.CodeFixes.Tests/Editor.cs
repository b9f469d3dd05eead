using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Scx.Compiler.CodeFixes;

namespace Scx.CodeFixes.Tests;

/// <summary>What an IDE is to one file: it shows the analyzer's diagnostics, offers the fixes and applies them. No language server is needed for it.</summary>
sealed class Editor : IDisposable
{
    const string Usings = "global using System; global using System.Threading; global using Scx;";

    static readonly MetadataReference[] references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is string name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll"))
            .Append(typeof(Scheduler).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    static readonly ImmutableArray<DiagnosticAnalyzer> analyzers =
    [
        .. Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "Scx.Compiler.dll")).GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    // What a build compiles into every scheduler.
    static readonly (string Path, SourceText Text)[] library =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "src", "Scx.Sdk", "Library"), "*.cs", SearchOption.AllDirectories)
            .Select(path => (path, SourceText.From(File.ReadAllText(path)))),
    ];

    readonly AdhocWorkspace workspace = new();
    Document document;

    internal Editor(string name, string source)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Scheduler", "Scheduler", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(
                    [new("CS8602", ReportDiagnostic.Error), new("CS8604", ReportDiagnostic.Error), new("CS8600", ReportDiagnostic.Error), new("CS8625", ReportDiagnostic.Error)]),
            parseOptions: CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview),
            metadataReferences: references));
        project = project.AddDocument("Usings.cs", Usings, filePath: "Usings.cs").Project;
        foreach (var (path, text) in library)
            project = project.AddDocument(Path.GetFileName(path), text, filePath: path).Project;
        document = project.AddDocument(name, SourceText.From(source), filePath: name);
    }

    /// <summary>Every fixer of the package.</summary>
    internal static ImmutableArray<CodeFixProvider> Fixers { get; } =
    [
        .. typeof(SchedulerCodeFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SchedulerCodeFix)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal).Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    internal string Text => document.GetTextAsync().Result.ToString();

    internal CSharpCompilation Compilation => (CSharpCompilation)document.Project.GetCompilationAsync().Result!;

    /// <summary>The squiggles: errors and warnings of C# and of the analyzer.</summary>
    internal async Task<ImmutableArray<Diagnostic>> Diagnostics()
    {
        var all = await Compilation.WithAnalyzers(analyzers).GetAllDiagnosticsAsync();
        return [.. all.Where(d => d.Id.StartsWith("SCX", StringComparison.Ordinal) || (d.Severity == DiagnosticSeverity.Error && !d.IsSuppressed))
            .OrderBy(d => d.Location.SourceSpan.Start)];
    }

    /// <summary>What is shown of the file while it is typed in, when only what is asked of this one file is worked out.</summary>
    internal async Task<ImmutableArray<Diagnostic>> LiveDiagnostics()
    {
        var tree = (await document.GetSyntaxTreeAsync())!;
        return await Compilation.WithAnalyzers(analyzers).GetAnalyzerSemanticDiagnosticsAsync(Compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None);
    }

    /// <summary>The light bulb's list for a diagnostic.</summary>
    internal async Task<ImmutableArray<(CodeFixProvider Fixer, CodeAction Action)>> Offered(Diagnostic diagnostic)
    {
        var offered = ImmutableArray.CreateBuilder<(CodeFixProvider, CodeAction)>();
        foreach (var fixer in Fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await fixer.RegisterCodeFixesAsync(new CodeFixContext(
                document, diagnostic, (action, _) => offered.Add((fixer, action)), CancellationToken.None));
        }
        return offered.ToImmutable();
    }

    internal async Task Apply(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        document = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }

    /// <summary>"Fix all occurrences in the document."</summary>
    internal async Task ApplyToAll(CodeFixProvider fixer, string key, ImmutableArray<Diagnostic> diagnostics)
    {
        var context = new FixAllContext(
            document, fixer, FixAllScope.Document, key, diagnostics.Select(d => d.Id).Distinct(), new Known(diagnostics), CancellationToken.None);
        await Apply((await fixer.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    public void Dispose() => workspace.Dispose();

    sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
