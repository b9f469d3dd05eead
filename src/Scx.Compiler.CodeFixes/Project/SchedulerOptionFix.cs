using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Project;

/// <summary>Mends what the kernel does not take in <c>[SchedExtOps]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SchedulerOptionFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX0013", "SCX0015", "SCX0016"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (SchedExtOps.Of(place.Class) is not { } attribute)
            yield break;
        string option = place.Diagnostic.Id switch { "SCX0013" => "TimeoutMs", "SCX0015" => "License", _ => "DispatchMaxBatch" };
        if (SchedExtOps.Argument(attribute, option) is not { } argument)
            yield break;
        if (option == "TimeoutMs")
            yield return Set("Limit", "Set TimeoutMs to 30000, the most that there is", place, argument, "30000");
        yield return Fix.In("UseDefault", $"Leave {option} to its default", place, editor => editor.RemoveNode(argument));
        if (option == "License")
            yield return Set("DualLicense", "Set License to 'Dual MIT/GPL'", place, argument, "\"Dual MIT/GPL\"");
    }

    private static Fix Set(string key, string title, FixPlace place, AttributeArgumentSyntax argument, string value) =>
        Fix.In(key, title, place, editor => editor.ReplaceNode(argument.Expression, Source.Expression(value)));
}
