using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;
using Scx.Diagnostics;

namespace Scx.Compiler.Driver;

/// <summary>A diagnostic, whether Roslyn's or ours, ready to be shown.</summary>
/// <param name="Id">Such as <c>SCX1001</c> or <c>CS0103</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Span">Where, or <see cref="SourceSpan.None"/>.</param>
/// <param name="Text">What.</param>
/// <param name="Related">Places that explain it.</param>
internal sealed record Message(string Id, Severity Severity, SourceSpan Span, string Text, ImmutableArray<RelatedPlace> Related)
{
    /// <summary>Sentences that go with it, such as how to fix it.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public static Message Of(ScxDiagnostic diagnostic) =>
        new(diagnostic.Rule.Id, diagnostic.Rule.Severity, diagnostic.Span, diagnostic.Message, diagnostic.Related);

    public static Message Of(Diagnostic diagnostic)
    {
        var span = SourceSpan.None;
        if (diagnostic.Location.SourceTree is { } tree)
        {
            var lines = tree.GetLineSpan(diagnostic.Location.SourceSpan);
            span = new(
                tree.FilePath, lines.StartLinePosition.Line + 1, lines.StartLinePosition.Character + 1,
                lines.EndLinePosition.Line + 1, lines.EndLinePosition.Character + 1);
        }
        var severity = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => Severity.Error,
            DiagnosticSeverity.Warning => Severity.Warning,
            _ => Severity.Info,
        };
        return new(diagnostic.Id, severity, span, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), []);
    }

    /// <summary>What the kernel said, in the source's names.</summary>
    public static Message Of(LogFinding finding) => new(
        finding.Id, Severity.Error, SpanOf(finding.Place), finding.Message,
        [.. finding.Related.Select(related => new RelatedPlace(SpanOf(related.Place), related.Role))])
    {
        Notes = [.. NotesOf(finding)],
    };

    static IEnumerable<string> NotesOf(LogFinding finding)
    {
        yield return $"fix: {finding.Fix}";
        if (finding.FoundBefore.Count > 0)
            yield return $"see: scxc --explain {finding.Id}; the compiler's own diagnostics for it: {string.Join(", ", finding.FoundBefore)}";
        else
            yield return $"see: scxc --explain {finding.Id}";
        yield return $"kernel: {finding.KernelWords}";
        if (finding.IsMissed)
            yield return "The compiler should have found this before loading. If it did not, please report it with the source.";
    }

    static SourceSpan SpanOf(LogPlace? place) => place is null ? SourceSpan.None
        : new(place.File, place.Line, place.Column, place.Line, place.Column);

    /// <summary>Something that has no place in the source.</summary>
    public static Message Of(DiagnosticRule rule, params string[] arguments) =>
        Of(new ScxDiagnostic(rule, SourceSpan.None, [.. arguments]));
}
