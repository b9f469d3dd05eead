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
    readonly BlockSyntax block;
    readonly ArrowExpressionClauseSyntax? expression;

    SchedulerSources(CSharpCompilation compilation, BlockSyntax block, ArrowExpressionClauseSyntax? expression) =>
        (this.compilation, this.block, this.expression) = (compilation, block, expression);

    /// <summary>The sources of a scheduler's directory, or null if there are none.</summary>
    public static SchedulerSources? Read(string directory)
    {
        string library = Path.GetFullPath(Path.Combine(directory, "..", "..", "src", "Scx.Sdk", "Library"));
        var trees = Files(directory).Select(Parse).ToList();
        var methods = trees.SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<MethodDeclarationSyntax>().OrderByDescending(method => method.Span.Length).ToList();
        if (methods.Where(method => method.Modifiers.Any(SyntaxKind.OverrideKeyword)).Select(method => method.Body).FirstOrDefault(body => body is not null) is not { } block)
            return null;
        var compilation = CSharpCompilation.Create(
            "Scheduler", [.. trees, .. Files(library).Select(Parse), CSharpSyntaxTree.ParseText(Usings, options, "Usings.cs")], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException($"{directory}: {errors[0]}");
        return new SchedulerSources(compilation, block, methods.Select(method => method.ExpressionBody).FirstOrDefault(body => body is not null));
    }

    /// <summary>The same sources once more.</summary>
    /// <param name="round">Which time.</param>
    public CSharpCompilation Fresh(int round) => compilation.WithAssemblyName($"Scheduler{round}");

    /// <summary>Whether a method of the scheduler has an expression for a body.</summary>
    public bool HasExpression => expression is not null;

    /// <summary>The sources with a change in the body of the longest callback, on its first line.</summary>
    /// <param name="round">Which change.</param>
    public CSharpCompilation Edited(int round) => Edited(block.SyntaxTree, block.OpenBraceToken.Span.End, $" KickCpu({round});");

    /// <summary>The sources with a change in the longest body that is an expression: its places are others.</summary>
    /// <param name="round">Which change.</param>
    public CSharpCompilation EditedExpression(int round) => Edited(expression!.SyntaxTree, expression.Expression.SpanStart, new string(' ', 1 + round));

    CSharpCompilation Edited(SyntaxTree tree, int at, string text) =>
        compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(new TextChange(new TextSpan(at, 0), text))));

    static SyntaxTree Parse(string path) => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), Encoding.UTF8), options, path);

    // What runs in user space needs the runtime, and is not for the kernel.
    static IEnumerable<string> Files(string directory) => Directory.GetFiles(directory, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/") && !File.ReadAllText(path).Contains("using Scx.Runtime"))
        .Order(StringComparer.Ordinal);
}
