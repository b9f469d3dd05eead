using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Scx.Compiler.CodeFixes;

/// <summary>A family of fixes for some ids. What is offered is what mends the mistake by itself; what needs a decision is left to the page.</summary>
public abstract class SchedulerCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() => Alone ? null : WellKnownFixAllProviders.BatchFixer;

    /// <summary>Whether the changes of two such fixes would get into each other's way.</summary>
    protected virtual bool Alone => false;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (var fix in Find(new FixPlace(context.Document, root, model, diagnostic, node, context.CancellationToken)))
                context.RegisterCodeFix(CodeAction.Create(fix.Title, fix.Apply, fix.Key), diagnostic);
        }
    }

    /// <summary>The fixes for a diagnostic at a place, the one to prefer first.</summary>
    /// <param name="place">The place.</param>
    protected abstract IEnumerable<Fix> Find(FixPlace place);
}
