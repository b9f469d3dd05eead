using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Fields;

/// <summary>Rounds the size of a ring up to one that the kernel takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PowerOfTwoFix : SchedulerCodeFix
{
    private const long Page = 4096;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX6003"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Find<ArgumentSyntax>() is not { Expression: var size }
            || place.Model.GetConstantValue(size, place.Cancellation).Value is not { } value)
            yield break;
        long wanted = System.Convert.ToInt64(value, CultureInfo.InvariantCulture), rounded = Page;
        while (rounded < wanted)
            rounded *= 2;
        string text = rounded.ToString(CultureInfo.InvariantCulture);
        yield return Fix.In("RoundUp", $"Round it up to {text}", place, editor => editor.ReplaceNode(size, Source.Expression(text)));
    }
}
