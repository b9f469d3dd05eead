using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Scx.Compiler.Frontend;

/// <content>
/// Calls of <c>[Conditional]</c> methods whose symbols are not defined, and of partial methods that nobody has written. C# leaves them out with their
/// arguments; Roslyn's graph has both, the arguments in blocks of their own where they branch.
/// </content>
internal sealed partial class IrBuilder
{
    private HashSet<SyntaxNode> omittedCalls = [];

    private void FindOmittedCalls() =>
        omittedCalls = [.. graph.OriginalOperation.Descendants().OfType<IInvocationOperation>().Where(IsOmitted).Select(call => call.Syntax)];

    private bool IsInOmittedCall(IOperation operation) =>
        omittedCalls.Count > 0 && operation.Syntax.AncestorsAndSelf().Any(node => omittedCalls.Contains(node) || omittedCalls.Contains(Called(node)));

    // Of the statement that is nothing but the call.
    private static SyntaxNode Called(SyntaxNode node) => node is ExpressionStatementSyntax statement ? statement.Expression : node;

    private bool IsOmitted(IInvocationOperation call)
    {
        if (call.TargetMethod.OriginalDefinition is { IsPartialDefinition: true, PartialImplementationPart: null })
            return true;
        var symbols = ConditionsOf(call.TargetMethod);
        return symbols.Count > 0 && !symbols.Any(symbol => IsDefined(symbol, call.Syntax.SyntaxTree));
    }

    private static List<string> ConditionsOf(IMethodSymbol? method)
    {
        var symbols = new List<string>();
        for (; method is not null; method = method.OverriddenMethod)
            symbols.AddRange(method.GetAttributes().Where(a => a.Is(typeof(ConditionalAttribute).FullName!)).Select(a => a.Text(0)));
        return symbols;
    }

    /// <summary>Whether a symbol is defined in a file: only its beginning may change what the project defines.</summary>
    private bool IsDefined(string symbol, SyntaxTree tree)
    {
        bool defined = tree.Options.PreprocessorSymbolNames.Contains(symbol);
        for (var directive = ((CSharpSyntaxNode)tree.GetRoot(cancellation)).GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            defined = directive switch
            {
                DefineDirectiveTriviaSyntax { IsActive: true } define when define.Name.ValueText == symbol => true,
                UndefDirectiveTriviaSyntax { IsActive: true } undefine when undefine.Name.ValueText == symbol => false,
                _ => defined,
            };
        }
        return defined;
    }
}
