using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;
using Scx.Compiler.CodeFixes.Project;

namespace Scx.Compiler.CodeFixes.Runtime;

/// <summary>Makes the flags of a scheduler fit its callbacks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OpsFlagsFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX7009", "SCX7010"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Class is not { } scheduler || SchedExtOps.Of(scheduler) is not { ArgumentList: { } list } attribute)
            yield break;
        var flags = SchedExtOps.Argument(attribute, "Flags");
        if (place.Diagnostic.Id == "SCX7009")
        {
            yield return Fix.In("KeepBuiltinIdle", "Add OpsFlags.KeepBuiltinIdle", place, editor =>
            {
                if (flags is null)
                    editor.ReplaceNode(list, list.AddArguments(Argument("OpsFlags.KeepBuiltinIdle")));
                else
                    editor.ReplaceNode(flags.Expression, Source.Expression($"{Source.Text(flags.Expression)} | OpsFlags.KeepBuiltinIdle"));
            });
            yield break;
        }
        if (Members.Callback(scheduler, "Enqueue") is null)
        {
            yield return Fix.In("AddEnqueue", "Add Enqueue", place, editor => Members.Add(editor, scheduler,
                "public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);"));
        }
        if (flags?.Expression is MemberAccessExpressionSyntax)
            yield return Fix.In("RemoveFlag", "Remove the flag", place, editor => editor.RemoveNode(flags));
    }

    private static AttributeArgumentSyntax Argument(string flag) => SyntaxFactory.AttributeArgument(
        SyntaxFactory.NameEquals("Flags"), null, Source.Expression(flag)).NormalizeWhitespace();
}
