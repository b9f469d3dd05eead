using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Language;

/// <summary>Makes a lambda that a local variable holds a local function.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LambdaFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX1003"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Find<LocalDeclarationStatementSyntax>() is not { Declaration.Variables: [{ Initializer.Value: AnonymousFunctionExpressionSyntax lambda } variable] } declaration
            || place.Model.GetSymbolInfo(lambda, place.Cancellation).Symbol is not IMethodSymbol method)
            yield break;
        string name = variable.Identifier.Text;
        yield return Fix.In("LocalFunction", $"Make '{name}' a local function", place, editor =>
            editor.ReplaceNode(declaration, Source.Statement(Function(name, method, lambda)).WithTriviaFrom(declaration)));
    }

    private static string Function(string name, IMethodSymbol method, AnonymousFunctionExpressionSyntax lambda)
    {
        string parameters = string.Join(", ", method.Parameters.Select(p =>
            $"{p.RefKind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", RefKind.In => "in ", _ => "" }}{Display(p.Type)} {p.Name}"));
        string body = lambda.Block is { } block ? block.ToString() : $"=> {lambda.ExpressionBody};";
        return $"{(method.ReturnsVoid ? "void" : Display(method.ReturnType))} {name}({parameters}) {body}";
    }

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
