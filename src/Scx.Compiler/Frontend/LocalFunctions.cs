using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.Frontend;

/// <summary>
/// What local functions use of the method around them. There is no closure: a captured variable is passed by address, as one parameter more.
/// </summary>
/// <param name="semantics">What a file's syntax means.</param>
internal sealed class LocalFunctions(Func<SyntaxTree, SemanticModel> semantics)
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
        var model = semantics(syntax.SyntaxTree);
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

    private static bool IsInside(ISymbol symbol, LocalFunctionStatementSyntax function) =>
        symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == function.SyntaxTree && function.Span.Contains(r.Span));
}
