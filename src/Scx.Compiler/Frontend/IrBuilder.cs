using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>
/// Lowers one method from Roslyn's control flow graph to IR. Roslyn has already taken apart <c>&amp;&amp;</c>, <c>?:</c>, <c>switch</c>, <c>using</c> and
/// loops; what is left is straight-line operations, one file of this class for each theme. Locals become stack slots, which SSA construction
/// turns into values later.
/// </summary>
internal sealed partial class IrBuilder
{
    private readonly ModuleContext context;
    private readonly MethodInstance instance;
    private readonly IMethodSymbol method;
    private readonly FunctionBuilder builder = new();
    private readonly Dictionary<ISymbol, Value> variables = new(SymbolEqualityComparer.Default);
    private readonly TypeArguments typeArguments;
    private readonly CancellationToken cancellation;
    private Value? self;
    private Value? structResult;
    private MethodSignature signature = null!;

    private IrBuilder(ModuleContext context, MethodInstance instance, CancellationToken cancellation)
    {
        this.context = context;
        this.instance = instance;
        method = instance.Method;
        typeArguments = instance.Arguments;
        this.cancellation = cancellation;
    }

    /// <summary>Lowers a method's body; null if it holds something that cannot be lowered at all, which is then reported.</summary>
    public static Function? Lower(ModuleContext context, MethodInstance instance, CancellationToken cancellation)
    {
        try
        {
            return new IrBuilder(context, instance, cancellation).Lower();
        }
        catch (UnsupportedException unsupported)
        {
            context.Diagnostics.Report(unsupported);
            return null;
        }
    }

    private Function? Lower()
    {
        var span = Spans.Of(method);
        builder.Span = span;
        var body = BodyOf(method);
        if (body is not null && method.MethodKind is not (MethodKind.LocalFunction or MethodKind.AnonymousFunction) && !SubsetChecker.Check(body, context.Diagnostics))
            return null;

        var reference = context.Reference(instance, span);
        signature = context.Signature(instance, span);
        var parameters = signature.Parameters.Select(Declare).ToImmutableArray();
        if (body is not null)
            LowerBody(body);
        else if (!LowerSynthesized())
            throw new UnsupportedException(Rules.UnknownApi, span, Display(method));
        ReportSwitchHoles();
        return new Function(reference, DisplayName(method), parameters, builder.Finish(), span)
        {
            Inlining = signature.Inlining,
            Counts = CountedBy(method),
            Loops = body is null ? [] : LoopStatements.Of(body.Syntax),
        };
    }

    private void LowerBody(IOperation body)
    {
        if (method.MethodKind == MethodKind.Constructor)
            LowerInitializers();
        LowerGraph(GraphOf(method, body));
    }

    /// <summary>The operation of a method's declaration, or null if it is not in this compilation.</summary>
    private IOperation? BodyOf(IMethodSymbol of)
    {
        if (of.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not { } syntax)
            return null;
        var current = context.Semantics.Current(syntax);
        return context.Semantics.Of(current).GetOperation(current, cancellation);
    }

    // Roslyn makes the graph of a local function from that of the method around it.
    private ControlFlowGraph GraphOf(IMethodSymbol of, IOperation body) =>
        of.MethodKind == MethodKind.AnonymousFunction && of.ContainingSymbol is IMethodSymbol around && BodyOf(around) is { } aroundBody
            ? LambdaGraph(of, GraphOf(around, aroundBody))
            : of.MethodKind == MethodKind.LocalFunction && of.ContainingSymbol is IMethodSymbol outer && BodyOf(outer) is { } outerBody
            ? GraphOf(outer, outerBody).GetLocalFunctionControlFlowGraphInScope(of.OriginalDefinition, cancellation)
            : Graph(body);

    private ControlFlowGraph Graph(IOperation body) => body switch
    {
        IMethodBodyOperation methodBody => ControlFlowGraph.Create(methodBody, cancellation),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancellation),
        IBlockOperation block => ControlFlowGraph.Create(block, cancellation),
        _ => throw new UnsupportedException(Rules.Unsupported, Spans.Of(body.Syntax), $"'{Display(method)}'"),
    };

    private Value Declare(MethodParameter parameter)
    {
        var value = new Value(parameter.Type, parameter.Symbol?.Name);
        switch (parameter.Role)
        {
            case ParameterRole.Result:
                structResult = value;
                break;
            case ParameterRole.This:
                self = value;
                break;
            case ParameterRole.Address or ParameterRole.Captured:
                variables.Add(parameter.Symbol!.OriginalDefinition, value);
                break;
            default:
                // C# parameters are variables; those never assigned cost nothing once in SSA form.
                var slot = builder.Slot(parameter.Type, parameter.Symbol!.Name);
                builder.Store(slot, value);
                variables.Add(parameter.Symbol.OriginalDefinition, slot);
                break;
        }
        return value;
    }

    private IrType TypeOf(IOperation operation) => TypeOf(operation.Type!, Spans.Of(operation.Syntax));

    private IrType TypeOf(ITypeSymbol type, SourceSpan span) => context.Types.Lower(typeArguments.Of(type), span);

    private static string Display(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static string DisplayName(IMethodSymbol of) => of.AssociatedSymbol?.Name ?? of.Name;
}
