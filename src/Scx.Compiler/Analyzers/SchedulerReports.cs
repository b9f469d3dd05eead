using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Frontend;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analyzers;

/// <summary>What there is to say of a compilation, worked out once, when first asked for, and handed out file by file as editors ask for it.</summary>
/// <param name="compilation">The user's project.</param>
/// <param name="documentation">Where the package's pages lie on this machine, as a URI that ends with a slash; empty if it is not said.</param>
/// <param name="cache">What earlier compilations have shown.</param>
internal sealed class SchedulerReports(CSharpCompilation compilation, string documentation, SchedulerCache cache)
{
    private readonly object gate = new();
    private ILookup<SyntaxTree?, Diagnostic>? reports;

    /// <summary>The diagnostics of a file; of null, those that are in none.</summary>
    public IEnumerable<Diagnostic> In(SyntaxTree? tree, CancellationToken cancellation)
    {
        lock (gate)
            return (reports ??= Find(cancellation).ToLookup(report => report.Location.SourceTree))[tree];
    }

    private ImmutableArray<Diagnostic> Find(CancellationToken cancellation)
    {
        var found = Check(cancellation);
        var writes = ReadOnlyFields.Find(compilation, cancellation);
        var own = found.IsEmpty ? [] : OutsideBrokenCode.Keep(found.Select(ToRoslyn), compilation, cancellation);
        return [.. own, .. writes.Select(ToRoslyn)];
    }

    private ImmutableArray<ScxDiagnostic> Check(CancellationToken cancellation)
    {
        try
        {
            return SchedulerChecker.Check(compilation, path => path, cancellation, cache).Diagnostics;
        }
        catch (InternalCompilerException)
        {
            // Code that is being typed is no valid C#. If it is valid and the bug is ours, scxc reports it.
            return [];
        }
    }

    private Diagnostic ToRoslyn(ScxDiagnostic diagnostic) => Diagnostic.Create(
        SchedulerAnalyzer.DescriptorOf(diagnostic.Rule, documentation),
        LocationOf(diagnostic.Span),
        diagnostic.Related.Select(related => LocationOf(related.Span)),
        // For the code fixes, which cannot see arguments.
        diagnostic.Arguments.Select((argument, i) => (Key: i.ToString(CultureInfo.InvariantCulture), argument))
            .ToImmutableDictionary(pair => pair.Key, pair => (string?)pair.argument),
        [.. diagnostic.Arguments]);

    private Location LocationOf(SourceSpan span)
    {
        if (compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == span.File) is not { } tree)
            return Location.None;
        var lines = tree.GetText().Lines;
        return span.EndLine > lines.Count
            ? Location.None
            : Location.Create(tree, TextSpan.FromBounds(
                lines[span.Line - 1].Start + span.Column - 1, lines[span.EndLine - 1].Start + span.EndColumn - 1));
    }
}
