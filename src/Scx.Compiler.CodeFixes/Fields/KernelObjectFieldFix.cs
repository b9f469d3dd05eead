using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Fields;

/// <summary>Keeps a task's number in place of the task, if the field is only assigned.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KernelObjectFieldFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX6011"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Find<FieldDeclarationSyntax>() is not { Declaration.Variables: [{ Initializer: null } variable] } field
            || place.Model.GetDeclaredSymbol(variable, place.Cancellation) is not IFieldSymbol { Type.Name: "TaskStruct" } symbol)
            yield break;
        var uses = place.Root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.Text == symbol.Name
            && SymbolEqualityComparer.Default.Equals(place.Model.GetSymbolInfo(name, place.Cancellation).Symbol, symbol)).ToList();
        var assignments = uses.Select(use => use.Parent as AssignmentExpressionSyntax).Where(a => a is not null && uses.Contains(a.Left)).ToList();
        if (assignments.Count != uses.Count || assignments.Any(a => a!.Right is not IdentifierNameSyntax))
            yield break;
        yield return Fix.In("StorePid", "Keep its Pid instead", place, editor =>
        {
            editor.ReplaceNode(field.Declaration.Type, Source.Type("int").WithTriviaFrom(field.Declaration.Type));
            foreach (var assignment in assignments)
                editor.ReplaceNode(assignment!.Right, Source.Expression($"{assignment.Right}.Pid"));
        });
    }
}
