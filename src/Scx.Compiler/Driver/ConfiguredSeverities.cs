using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Driver;

/// <summary>
/// How bad the user says a diagnostic is, by <c>#pragma warning</c>, .editorconfig and csc's options, as csc understands them. What stops the object
/// from being made cannot be configured away.
/// </summary>
/// <param name="compilation">Where the user says it.</param>
internal sealed class ConfiguredSeverities(CSharpCompilation compilation)
{
    public ImmutableArray<Message> Apply(IEnumerable<ScxDiagnostic> diagnostics) => [.. diagnostics.Select(Configured).OfType<Message>()];

    Message? Configured(ScxDiagnostic diagnostic)
    {
        var message = Message.Of(diagnostic);
        if (diagnostic.Rule.Severity == Severity.Error)
            return message;
        var descriptor = new DiagnosticDescriptor(
            diagnostic.Rule.Id, diagnostic.Rule.Title, diagnostic.Rule.Message, "Scx",
            diagnostic.Rule.Severity == Severity.Warning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, isEnabledByDefault: true);
        var reported = Diagnostic.Create(descriptor, LocationOf(diagnostic.Span));
        var effective = CompilationWithAnalyzers.GetEffectiveDiagnostics([reported], compilation).FirstOrDefault();
        return effective is null or { IsSuppressed: true } or { Severity: DiagnosticSeverity.Hidden } ? null : message with
        {
            Severity = effective.Severity switch
            {
                DiagnosticSeverity.Error => Severity.Error,
                DiagnosticSeverity.Warning => Severity.Warning,
                _ => Severity.Info,
            },
        };
    }

    Location LocationOf(SourceSpan span)
    {
        if (compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == span.File) is not { } tree)
            return Location.None;
        var lines = tree.GetText().Lines;
        return span.EndLine > lines.Count ? Location.None
            : Location.Create(tree, TextSpan.FromBounds(lines[span.Line - 1].Start + span.Column - 1, lines[span.EndLine - 1].Start + span.EndColumn - 1));
    }
}
