using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Frontend;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analyzers;

/// <summary>Shows in the IDE and in csc what scxc would refuse: it runs the same front end and analysis and keeps only the diagnostics.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchedulerAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors = typeof(Rules)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null))
        .OfType<DiagnosticRule>()
        .ToImmutableDictionary(rule => rule.Id, rule => DescriptorOf(rule, documentation: ""));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.Values];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // A scheduler may come from a generator.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        if (context.Compilation is not CSharpCompilation compilation
            || compilation.GetTypeByMetadataName(KnownSymbols.SchedExtOpsAttribute) is null)
            return;
        var found = Find(compilation, context.CancellationToken);
        var writes = ReadOnlyFields.Find(compilation, context.CancellationToken);
        if (found.IsEmpty && writes.IsEmpty)
            return;
        context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.ScxDocumentation", out string? documentation);
        var reports = found.Select(diagnostic => ToRoslyn(diagnostic, compilation, documentation ?? ""));
        foreach (var report in OutsideBrokenCode.Keep(reports, compilation, context.CancellationToken))
            context.ReportDiagnostic(report);
        foreach (var write in writes)
            context.ReportDiagnostic(ToRoslyn(write, compilation, documentation ?? ""));
    }

    private static ImmutableArray<ScxDiagnostic> Find(CSharpCompilation compilation, CancellationToken cancellation)
    {
        try
        {
            return SchedulerChecker.Check(compilation, path => path, cancellation).Diagnostics;
        }
        catch (InternalCompilerException)
        {
            // Code that is being typed is no valid C#. If it is valid and the bug is ours, scxc reports it.
            return [];
        }
    }

    private static Diagnostic ToRoslyn(ScxDiagnostic diagnostic, CSharpCompilation compilation, string documentation) => Diagnostic.Create(
        DescriptorOf(diagnostic.Rule, documentation),
        LocationOf(diagnostic.Span, compilation),
        diagnostic.Related.Select(related => LocationOf(related.Span, compilation)),
        // For the code fixes, which cannot see arguments.
        diagnostic.Arguments.Select((argument, i) => (Key: i.ToString(CultureInfo.InvariantCulture), argument))
            .ToImmutableDictionary(pair => pair.Key, pair => (string?)pair.argument),
        [.. diagnostic.Arguments]);

    private static Location LocationOf(SourceSpan span, CSharpCompilation compilation)
    {
        if (compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == span.File) is not { } tree)
            return Location.None;
        var lines = tree.GetText().Lines;
        return span.EndLine > lines.Count
            ? Location.None
            : Location.Create(tree, TextSpan.FromBounds(
                lines[span.Line - 1].Start + span.Column - 1, lines[span.EndLine - 1].Start + span.EndColumn - 1));
    }

    /// <param name="rule">The rule.</param>
    /// <param name="documentation">Where the package's pages lie on this machine, as a URI that ends with a slash; empty if it is not said.</param>
    private static DiagnosticDescriptor DescriptorOf(DiagnosticRule rule, string documentation) => new(
        rule.Id,
        rule.Title,
        rule.Message,
        "Scx",
        rule.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        helpLinkUri: documentation + rule.Page,
        // An error cannot be configured away, since no object could be made.
        customTags: rule.Severity == Severity.Error
            ? [WellKnownDiagnosticTags.CompilationEnd, WellKnownDiagnosticTags.NotConfigurable]
            : [WellKnownDiagnosticTags.CompilationEnd]);
}
