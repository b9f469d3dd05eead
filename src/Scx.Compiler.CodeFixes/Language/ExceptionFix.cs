using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Language;

/// <summary>Leaves the method instead of throwing, and removes what would catch.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ExceptionFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX1005"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Find<ThrowStatementSyntax>() is { } thrown && thrown.SpanStart == place.Diagnostic.Location.SourceSpan.Start)
        {
            yield return Fix.In("Return", "Leave the method instead", place, editor => editor.ReplaceNode(
                thrown, Source.Statement(Exits.From(thrown)).WithTriviaFrom(thrown)));
        }
        else if (place.Find<TryStatementSyntax>() is { } attempt)
        {
            yield return Fix.In("RemoveCatch", "Remove 'catch', which would never run", place, editor =>
            {
                if (attempt.Finally is not null)
                    editor.ReplaceNode(attempt, attempt.WithCatches(default));
                else if (attempt.Parent is BlockSyntax)
                    Unwrap.Block(editor, attempt, attempt.Block);
                else
                    editor.ReplaceNode(attempt, attempt.Block.WithTriviaFrom(attempt));
            });
        }
    }
}
