using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.CodeFixes;

/// <summary>What a fix starts from.</summary>
/// <param name="Document">The file of the diagnostic.</param>
/// <param name="Root">Its syntax.</param>
/// <param name="Model">Its meaning.</param>
/// <param name="Diagnostic">What is to be mended.</param>
/// <param name="Node">The innermost syntax of the diagnostic's span.</param>
/// <param name="Cancellation">Stops the work.</param>
public sealed record FixPlace(
    Document Document, SyntaxNode Root, SemanticModel Model, Diagnostic Diagnostic, SyntaxNode Node, CancellationToken Cancellation)
{
    /// <summary>The class that the diagnostic is in, if it is in one.</summary>
    public ClassDeclarationSyntax? Class => Find<ClassDeclarationSyntax>();

    /// <summary>The callback or method that the diagnostic is in, if it is in one.</summary>
    public MethodDeclarationSyntax? Method => Find<MethodDeclarationSyntax>();

    /// <summary>The innermost syntax of a kind around the diagnostic.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    public T? Find<T>() where T : SyntaxNode => Node.FirstAncestorOrSelf<T>();

    /// <summary>An argument of the diagnostic's message, which the analyzer hands over as a property.</summary>
    /// <param name="index">Counted from 0.</param>
    public string Argument(int index) =>
        Diagnostic.Properties.TryGetValue(index.ToString(CultureInfo.InvariantCulture), out string? argument) ? argument ?? "" : "";

    /// <summary>The syntax of the first other place that the diagnostic points at; null if that is in another file, or there is none.</summary>
    public SyntaxNode? Related => Diagnostic.AdditionalLocations is [var first, ..] && first.SourceTree == Root.SyntaxTree
        ? Root.FindNode(first.SourceSpan, getInnermostNodeForTie: true) : null;

    /// <summary>A name that nothing has at the diagnostic.</summary>
    /// <param name="wanted">The name, which gets a number if it is taken.</param>
    /// <param name="others">How many such names fixes of the same kind need before this one, which may be applied together with it.</param>
    public string FreeName(string wanted, int others = 0)
    {
        var taken = new HashSet<string>(Model.LookupSymbols(Diagnostic.Location.SourceSpan.Start).Select(symbol => symbol.Name));
        string name = wanted;
        for (int i = 2; taken.Contains(name) || others-- > 0; i++)
            name = wanted + i;
        return name;
    }

    /// <summary>The type of an expression.</summary>
    /// <param name="expression">The expression.</param>
    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => Model.GetTypeInfo(expression, Cancellation).Type;
}
