using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Scx.Compiler.CodeFixes;

/// <summary>One way to mend one diagnostic.</summary>
/// <param name="Key">Names the way: fixes of one key can be applied together, and the tests name them by it.</param>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Apply">Makes the changed solution.</param>
public sealed record Fix(string Key, string Title, Func<CancellationToken, Task<Solution>> Apply)
{
    /// <summary>A fix that changes the document of the diagnostic only.</summary>
    /// <param name="key">Names the way.</param>
    /// <param name="title">What the light bulb says.</param>
    /// <param name="place">Where.</param>
    /// <param name="edit">Makes the changes.</param>
    public static Fix In(string key, string title, FixPlace place, Action<SyntaxEditor> edit) => new(key, title, cancellation =>
    {
        var editor = new SyntaxEditor(place.Root, place.Document.Project.Solution.Workspace.Services);
        edit(editor);
        return Task.FromResult(place.Document.WithSyntaxRoot(editor.GetChangedRoot()).Project.Solution);
    });
}
