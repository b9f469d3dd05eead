using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Memory;

/// <summary>Tests or masks an index before it is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RangeCheckFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX2010", "SCX2011"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        var access = place.Node.AncestorsAndSelf().OfType<ElementAccessExpressionSyntax>().FirstOrDefault()
            ?? place.Node.DescendantNodes().OfType<ElementAccessExpressionSyntax>().FirstOrDefault();
        if (access is not { ArgumentList.Arguments: [{ Expression: var index }] } || Statements.Anchor(access) is not { } anchor
            || place.TypeOf(index) is not { SpecialType: not SpecialType.None } type || Length(place, access.Expression) is not var (length, number))
            yield break;
        bool signed = type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_SByte;
        string cast = !signed ? "" : type.SpecialType == SpecialType.System_Int64 ? "(ulong)" : "(uint)";
        yield return Fix.In("EarlyReturn", "Leave if the index is out of range", place, editor =>
        {
            if (index is IdentifierNameSyntax)
            {
                Statements.InsertBefore(editor, anchor, [Check(cast + Source.Text(index), length, anchor)]);
                return;
            }
            var changed = anchor.ReplaceNode(index, SyntaxFactory.IdentifierName("index"));
            Statements.InsertBefore(editor, anchor, [Source.Statement($"var index = {Source.Text(index)};"), Check(cast + "index", length, anchor)], changed);
        });
        if (number > 0 && (number & (number - 1)) == 0)
        {
            string mask = (number - 1).ToString(CultureInfo.InvariantCulture);
            yield return Fix.In("Mask", $"Use the index's lower bits only: & {mask}", place, editor => editor.ReplaceNode(
                index, Source.Expression($"{(index is IdentifierNameSyntax or InvocationExpressionSyntax ? Source.Text(index) : $"({Source.Text(index)})")} & {mask}")));
        }
    }

    private static StatementSyntax Check(string index, string length, SyntaxNode anchor) =>
        Source.Statement($"if ({index} >= {length})\n{Exits.From(anchor)}");

    /// <summary>How many elements there are: as C#, and as a number if it is a constant.</summary>
    private static (string Text, long Number)? Length(FixPlace place, ExpressionSyntax receiver)
    {
        var type = place.TypeOf(receiver);
        if (type?.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "InlineArrayAttribute")?.ConstructorArguments is [{ Value: int inline }])
            return (inline.ToString(CultureInfo.InvariantCulture), inline);
        if (place.Model.GetSymbolInfo(receiver, place.Cancellation).Symbol is IFieldSymbol { DeclaringSyntaxReferences: [var reference] }
            && reference.GetSyntax(place.Cancellation) is VariableDeclaratorSyntax
            {
                Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var size }] },
            })
            return (Source.Text(size), Number(place, size));
        return type?.GetMembers("Length").Length > 0 ? (Source.Text(receiver) + ".Length", 0) : null;
    }

    private static long Number(FixPlace place, ExpressionSyntax size) =>
        size.SyntaxTree == place.Root.SyntaxTree && place.Model.GetConstantValue(size, place.Cancellation).Value is { } value
            ? System.Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
}
