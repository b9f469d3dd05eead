using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Frontend;

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

    // By the text of programs, so that it is good for any compilation.
    private readonly SchedulerCache cache = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.Values];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // A scheduler may come from a generator.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Editors ask for one file at a time, and never for what is known only at the end of a compilation.</summary>
    private void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation is not CSharpCompilation compilation
            || compilation.GetTypeByMetadataName(KnownSymbols.SchedExtOpsAttribute) is null)
            return;
        context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.ScxDocumentation", out string? documentation);
        var reports = new SchedulerReports(compilation, documentation ?? "", cache);
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var report in reports.In(file.SemanticModel.SyntaxTree, file.CancellationToken))
                file.ReportDiagnostic(report);
        });
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var report in reports.In(null, end.CancellationToken))
                end.ReportDiagnostic(report);
        });
    }

    /// <param name="rule">The rule.</param>
    /// <param name="documentation">Where the package's pages lie on this machine, as a URI that ends with a slash; empty if it is not said.</param>
    internal static DiagnosticDescriptor DescriptorOf(DiagnosticRule rule, string documentation) => new(
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
        customTags: rule.Severity == Severity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : []);
}
