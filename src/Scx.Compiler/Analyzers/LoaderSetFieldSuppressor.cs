using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Scx.Compiler.Frontend;

namespace Scx.Compiler.Analyzers;

/// <summary>Silences what csc cannot know: a tunable is assigned by the loader, and a statistic is read by it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoaderSetFieldSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> Descriptors = new SuppressionDescriptor[]
    {
        new("SCXS0001", "CS0649", "The loader assigns a [Tunable] field before the scheduler runs"),
        new("SCXS0002", "CS0414", "The loader reads a [Stat] field while the scheduler runs"),
    }.ToImmutableDictionary(descriptor => descriptor.SuppressedDiagnosticId);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. Descriptors.Values];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan) is { } node
                && context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken) is IFieldSymbol field
                && (field.Attribute(KnownSymbols.TunableAttribute) ?? field.Attribute(KnownSymbols.StatAttribute)) is not null)
                context.ReportSuppression(Suppression.Create(Descriptors[diagnostic.Id], diagnostic));
        }
    }
}
