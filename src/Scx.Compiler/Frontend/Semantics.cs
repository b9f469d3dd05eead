using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>
/// What the syntax of a compilation means. One model for each file: another would have symbols of its own for what is inside of methods. Methods may be given other
/// bodies than they have in the compilation.
/// </summary>
/// <param name="compilation">The user's project.</param>
internal sealed class Semantics(CSharpCompilation compilation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Dictionary<SyntaxNode, SyntaxNode> bodies = [];
    private readonly Dictionary<SyntaxNode, SemanticModel> edited = [];
    private readonly HashSet<SyntaxNode> computed = [];

    public CSharpCompilation Compilation { get; } = compilation;

    /// <summary>The model that knows a node.</summary>
    public SemanticModel Of(SyntaxNode node)
    {
        if (edited.Count > 0 && node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && edited.TryGetValue(method, out var speculative))
            return speculative;
        if (!models.TryGetValue(node.SyntaxTree, out var model))
            models.Add(node.SyntaxTree, model = Compilation.GetSemanticModel(node.SyntaxTree));
        return model;
    }

    /// <summary>Asks at once, on all processors, what methods mean; their models keep it.</summary>
    /// <param name="methods">Their declarations.</param>
    /// <param name="cancellation">Stops the work.</param>
    public void Prepare(IEnumerable<MethodDeclarationSyntax> methods, CancellationToken cancellation) =>
        AtOnce.Each([.. methods.Select(method => (Method: method, Model: Of(method)))], each => each.Model.GetOperation(each.Method, cancellation), cancellation);

    /// <summary>What stands for a declaration: itself, or the body that a method has been given.</summary>
    public SyntaxNode Current(SyntaxNode declaration) => bodies.TryGetValue(declaration, out var body) ? body : declaration;

    /// <summary>What a declaration does, for computing constants with it: from then on more than the method itself hangs on its body.</summary>
    public IOperation? Computed(SyntaxNode declaration, CancellationToken cancellation)
    {
        computed.Add(declaration);
        var current = Current(declaration);
        return Of(current).GetOperation(current, cancellation);
    }

    /// <summary>Whether a constant has been computed with the method that a body is of.</summary>
    public bool IsComputed(CSharpSyntaxNode own) => computed.Contains(own.Parent!);

    /// <summary>Gives a method another body.</summary>
    /// <param name="own">The body that it has in the compilation.</param>
    /// <param name="other">A body from a file that is not in the compilation.</param>
    /// <returns>False if it cannot be known what it means.</returns>
    public bool Edit(CSharpSyntaxNode own, BlockSyntax other)
    {
        Restore(own);
        int inside = own is ArrowExpressionClauseSyntax arrow ? arrow.Expression.SpanStart : ((BlockSyntax)own).OpenBraceToken.Span.End;
        if (!Of(own).TryGetSpeculativeSemanticModelForMethodBody(inside, MethodBodies.MethodOf(other), out var model))
            return false;
        bodies[own.Parent!] = other;
        edited[other.Parent!] = model;
        return true;
    }

    /// <summary>Gives a method its own body back.</summary>
    public void Restore(CSharpSyntaxNode own)
    {
        if (!bodies.TryGetValue(own.Parent!, out var other))
            return;
        edited.Remove(other.Parent!);
        bodies.Remove(own.Parent!);
    }
}
