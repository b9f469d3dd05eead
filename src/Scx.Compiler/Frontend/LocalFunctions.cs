using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.Frontend;

/// <summary>
/// What local functions use of the method around them. There is no closure: a captured variable is passed by address, as one parameter more.
/// </summary>
/// <param name="semantics">What a file's syntax means.</param>
internal sealed class LocalFunctions(Semantics semantics)
{
    private readonly Dictionary<IMethodSymbol, ImmutableArray<ISymbol>> captured = new(SymbolEqualityComparer.Default);

    /// <summary>Locals and parameters that a local function, or one that it calls, uses from outside of it; in the order of their declarations.</summary>
    public ImmutableArray<ISymbol> Captured(IMethodSymbol function)
    {
        function = function.OriginalDefinition;
        if (!captured.TryGetValue(function, out var known))
        {
            // Functions that call each other would ask in a circle; the recursion is reported elsewhere.
            captured[function] = [];
            captured[function] = known = Find(function);
        }
        return known;
    }

    private ImmutableArray<ISymbol> Find(IMethodSymbol function)
    {
        if (function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not LocalFunctionStatementSyntax syntax)
            return [];
        var model = semantics.Of(syntax);
        var used = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var name in syntax.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            if (symbol is ILocalSymbol { IsConst: false } or IParameterSymbol && !IsInside(symbol, syntax))
                used.Add(symbol);
            else if (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } callee)
                used.UnionWith(Captured(callee).Where(s => !IsInside(s, syntax)));
        }
        return [.. used.OrderBy(s => s.Locations[0].SourceSpan.Start)];
    }

    /// <summary>
    /// Variables in a lambda that are not those of the function they are used in; in the order of their declarations. (Roslyn's analysis of data flow has no answer
    /// for bodies that methods have been given.)
    /// </summary>
    public IEnumerable<ISymbol> CapturedIn(SyntaxNode lambda)
    {
        var model = semantics.Of(lambda);
        return lambda.DescendantNodes().OfType<SimpleNameSyntax>()
            .Select(name => (Name: name, model.GetSymbolInfo(name).Symbol))
            .Where(used => used.Symbol is ILocalSymbol { IsConst: false } or IParameterSymbol
                && !used.Symbol.DeclaringSyntaxReferences.Any(declared => FunctionAround(declared.GetSyntax()) == FunctionAround(used.Name)))
            .Select(used => used.Symbol!)
            .OrderBy(variable => variable.Locations[0].SourceSpan.Start);
    }

    private static SyntaxNode? FunctionAround(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(
        at => at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);

    private static bool IsInside(ISymbol symbol, LocalFunctionStatementSyntax function) =>
        symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == function.SyntaxTree && function.Span.Contains(r.Span));
}
