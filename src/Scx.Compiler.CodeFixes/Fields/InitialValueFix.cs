using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Fields;

/// <summary>Sets a field in Init instead of in its declaration or in a constructor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class InitialValueFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX1014", "SCX1022"];

    /// <inheritdoc/>
    protected override bool Alone => true;

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        // Programs without a scheduler have no Init.
        if (place.Class is not { } scheduler || !place.Diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains(" in Init"))
            yield break;
        if (place.Find<VariableDeclaratorSyntax>() is { Initializer: { } initial } variable
            && place.Find<FieldDeclarationSyntax>()?.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) == false)
        {
            yield return Fix.In("SetInInit", "Set it in Init", place, editor =>
            {
                editor.ReplaceNode(variable, variable.WithInitializer(null).WithIdentifier(variable.Identifier.WithoutTrivia()));
                Prepend(editor, scheduler, [Source.Statement($"{variable.Identifier.Text} = {initial.Value};")]);
            });
        }
        else if (place.Find<ConstructorDeclarationSyntax>() is { ParameterList.Parameters.Count: 0, Initializer: null } constructor)
        {
            yield return Fix.In("MoveToInit", "Move it to Init", place, editor =>
            {
                editor.RemoveNode(constructor);
                Prepend(editor, scheduler, constructor.Body?.Statements ?? [Source.Statement($"{constructor.ExpressionBody!.Expression};")]);
            });
        }
    }

    private static void Prepend(Microsoft.CodeAnalysis.Editing.SyntaxEditor editor, ClassDeclarationSyntax scheduler, IEnumerable<StatementSyntax> statements) =>
        Members.Prepend(editor, scheduler, "Init", statements, "int Init()", "0");
}
