using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Scx.AnalysisSpeed;

/// <summary>The kernel half of a scheduler as an editor holds it: parsed, and each edit a compilation of its own.</summary>
sealed class SchedulerSources
{
    const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using Scx;";

    static readonly CSharpParseOptions options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    static readonly MetadataReference[] references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(Scheduler).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    readonly CSharpCompilation compilation;

    SchedulerSources(CSharpCompilation compilation, ImmutableArray<MethodDeclarationSyntax> methods) => (this.compilation, Methods) = (compilation, methods);

    /// <summary>The scheduler's methods, those with a body.</summary>
    public ImmutableArray<MethodDeclarationSyntax> Methods { get; }

    /// <summary>The sources of a scheduler's directory, or null if there are none.</summary>
    public static SchedulerSources? Read(string directory)
    {
        string library = Path.GetFullPath(Path.Combine(directory, "..", "..", "src", "Scx.Sdk", "Library"));
        var trees = Files(directory).Select(Parse).ToList();
        ImmutableArray<MethodDeclarationSyntax> methods =
        [
            .. from method in trees.SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<MethodDeclarationSyntax>()
            where method.Body is not null || method.ExpressionBody is not null
            select method,
        ];
        if (!methods.Any(method => method.Modifiers.Any(SyntaxKind.OverrideKeyword)))
            return null;
        var compilation = CSharpCompilation.Create(
            "Scheduler", [.. trees, .. Files(library).Select(Parse), CSharpSyntaxTree.ParseText(Usings, options, "Usings.cs")], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException($"{directory}: {errors[0]}");
        return new SchedulerSources(compilation, methods);
    }

    /// <summary>The same sources once more.</summary>
    /// <param name="round">Which time.</param>
    public CSharpCompilation Fresh(int round) => compilation.WithAssemblyName($"Scheduler{round}");

    /// <summary>The sources with a change in the body of a method: all in it is elsewhere.</summary>
    /// <param name="method">One of <see cref="Methods"/>.</param>
    /// <param name="round">Which change.</param>
    public CSharpCompilation Edited(MethodDeclarationSyntax method, int round)
    {
        int at = method.Body?.OpenBraceToken.Span.End ?? method.ExpressionBody!.Expression.SpanStart;
        var text = method.SyntaxTree.GetText().WithChanges(new TextChange(new TextSpan(at, 0), $" /* {round} */ "));
        return compilation.ReplaceSyntaxTree(method.SyntaxTree, method.SyntaxTree.WithChangedText(text));
    }

    static SyntaxTree Parse(string path) => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), Encoding.UTF8), options, path);

    // What runs in user space needs the runtime, and is not for the kernel.
    static IEnumerable<string> Files(string directory) => Directory.GetFiles(directory, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/") && !File.ReadAllText(path).Contains("using Scx.Runtime"))
        .Order(StringComparer.Ordinal);
}
