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
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX7009", "SCX7010", "SCX7014", "SCX7016", "SCX7021", "SCX7022"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Class is not { } scheduler || SchedExtOps.Of(scheduler) is not { ArgumentList: { } list } attribute)
            yield break;
        var flags = SchedExtOps.Argument(attribute, "Flags");
        string? missing = place.Diagnostic.Id switch
        {
            "SCX7009" => "KeepBuiltinIdle",
            "SCX7016" when flags?.ToString().Contains("BuiltinIdlePerNode") != true => "BuiltinIdlePerNode",
            "SCX7022" => "TidToTask",
            _ => null,
        };
        if (missing is { } flag)
        {
            yield return Fix.In(flag, $"Add OpsFlags.{flag}", place, editor =>
            {
                if (flags is null)
                    editor.ReplaceNode(list, list.AddArguments(Argument($"OpsFlags.{flag}")));
                else
                    editor.ReplaceNode(flags.Expression, Source.Expression($"{Source.Text(flags.Expression)} | OpsFlags.{flag}"));
            });
            yield break;
        }
        if (place.Diagnostic.Id == "SCX7014" && flags is not null)
            yield return Fix.In("UseDefault", "Leave Flags to its default", place, editor => editor.RemoveNode(flags));
        if (place.Diagnostic.Id == "SCX7010" && Members.Callback(scheduler, "Enqueue") is null)
        {
            yield return Fix.In("AddEnqueue", "Add Enqueue", place, editor => Members.Add(editor, scheduler,
                """
                public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
                {
                    DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
                    IdleCpu.LookAgain(p, enqFlags);
                }
                """));
        }
        if (place.Diagnostic.Id == "SCX7021" && Members.Callback(scheduler, "Enqueue") is { ParameterList.Parameters: { Count: 2 } parameters })
        {
            var look = Source.Statement($"IdleCpu.LookAgain({parameters[0].Identifier.Text}, {parameters[1].Identifier.Text});");
            yield return Fix.In("LookAgain", "Have the CPU look again", place, editor => Members.Prepend(editor, scheduler, "Enqueue", [look], "", null));
        }
        if (place.Diagnostic.Id != "SCX7014" && flags?.Expression is MemberAccessExpressionSyntax)
            yield return Fix.In("RemoveFlag", "Remove the flag", place, editor => editor.RemoveNode(flags));
    }

    private static AttributeArgumentSyntax Argument(string flag) => SyntaxFactory.AttributeArgument(
        SyntaxFactory.NameEquals("Flags"), null, Source.Expression(flag)).NormalizeWhitespace();
}
