using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Language;

/// <summary>Puts a short local array on the stack: an inline array for one whose elements are used, or a span.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ArrayFix : SchedulerCodeFix
{
    // The stack of a callback and of all that it calls has 512 bytes.
    private const int Most = 64;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX1001"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Find<ArrayCreationExpressionSyntax>() is not { Initializer: null } creation
            || creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } variable }
            || declaration is not { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax }
            || creation.Type.RankSpecifiers is not [{ Sizes: [var size] }]
            || place.Model.GetConstantValue(size, place.Cancellation).Value is not int and not uint
            || System.Convert.ToInt64(place.Model.GetConstantValue(size, place.Cancellation).Value, null) is not (> 0 and <= Most and var length)
            || place.Class is not { } scheduler)
            yield break;
        string element = Source.Text(creation.Type.ElementType);
        string type = FreeName(scheduler, variable.Identifier.Text);
        // Of an inline array there are only the elements.
        bool onlyElements = place.Find<BlockSyntax>()!.DescendantNodes().OfType<IdentifierNameSyntax>()
            .All(use => use.Identifier.Text != variable.Identifier.Text || use.Parent is ElementAccessExpressionSyntax or ForEachStatementSyntax);
        if (onlyElements)
        {
            yield return Fix.In("InlineArray", "Keep it on the stack as an inline array", place, editor =>
            {
                editor.ReplaceNode(declaration, Source.Formatted(
                    SyntaxFactoryOf($"{type} {variable.Identifier.Text} = default").WithTriviaFrom(declaration)));
                Members.Add(editor, scheduler,
                    $"[System.Runtime.CompilerServices.InlineArray({length})]\nstruct {type}\n{{\n{element} first;\n}}");
            });
        }
        yield return Fix.In("StackAlloc", "Keep it on the stack with stackalloc", place, editor =>
            editor.ReplaceNode(declaration, Source.Formatted(
                SyntaxFactoryOf($"Span<{element}> {variable.Identifier.Text} = stackalloc {element}[{Source.Text(size)}]").WithTriviaFrom(declaration))));
    }

    private static VariableDeclarationSyntax SyntaxFactoryOf(string text) =>
        ((LocalDeclarationStatementSyntax)Source.Statement(text + ";")).Declaration;

    private static string FreeName(ClassDeclarationSyntax scheduler, string variable)
    {
        string name = char.ToUpperInvariant(variable[0]) + variable.Substring(1);
        while (scheduler.Members.Any(member => member switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text == name,
            MethodDeclarationSyntax method => method.Identifier.Text == name,
            PropertyDeclarationSyntax property => property.Identifier.Text == name,
            FieldDeclarationSyntax field => field.Declaration.Variables.Any(v => v.Identifier.Text == name),
            _ => false,
        }))
            name += "Array";
        return name;
    }
}
