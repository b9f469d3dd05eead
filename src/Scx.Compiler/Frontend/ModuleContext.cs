using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>What the methods of one scheduler share while they are lowered.</summary>
internal sealed partial class ModuleContext
{
    // A generic method that calls itself with ever larger types; nobody writes types that deep.
    private const int DeepestType = 16;

    private readonly Dictionary<MethodInstance, FunctionReference> references = [];
    private readonly Func<SourceSpan, SourceSpan>? place;

    /// <param name="semantics">What the user's project means.</param>
    /// <param name="model">The scheduler.</param>
    /// <param name="place">What spans become in the IR; null to leave them as they are.</param>
    public ModuleContext(Semantics semantics, SchedulerModel model, Func<SourceSpan, SourceSpan>? place)
    {
        this.place = place;
        var compilation = semantics.Compilation;
        (Compilation, Semantics, Model) = (compilation, semantics, model);
        Types = new TypeLowering(type => LibraryMethods.StandIn(compilation, type));
        LocalFunctions = new LocalFunctions(semantics);
        Bindings = new KernelBindings(MinimumKernel.Of(model), SchedulerDiscovery.CallbackNames(model.Class));
        Error = compilation.GetTypeByMetadataName(KnownSymbols.Scheduler)?.GetMembers(KnownSymbols.Error).OfType<IMethodSymbol>().Select(Bindings.Function).FirstOrDefault();
        Texts = new TextPool(Symbols);
        Callbacks = new KernelCallbacks(this);
        Fields = new FieldLowering(semantics, Types, Symbols, Diagnostics);
    }

    public Compilation Compilation { get; }
    public Semantics Semantics { get; }
    public SchedulerModel Model { get; }
    public TypeLowering Types { get; }
    public KernelBindings Bindings { get; }
    public FieldLowering Fields { get; }
    public KernelCallbacks Callbacks { get; }
    public LocalFunctions LocalFunctions { get; }
    public TextPool Texts { get; }
    public HashSet<string> Symbols { get; } = new(ExitRecord.ReservedSymbols, StringComparer.Ordinal);

    /// <summary>The kernel's function that ends a scheduler with a message.</summary>
    public KernelFunction? Error { get; }

    /// <summary>What is found and asked for while the method at hand is lowered; at first, while the declarations are.</summary>
    public LoweringRecord Record { get; set; } = new();

    /// <summary>What is found wrong with the method at hand.</summary>
    public DiagnosticBag Diagnostics => Record.Diagnostics;

    /// <summary>Where the IR says that something lies.</summary>
    public SourceSpan Placed(SourceSpan span) => place is null ? span : place(span);

    /// <summary>A function with the places that the IR has.</summary>
    public Function Placed(Function function) => place is null ? function : Relocation.Of(function, place);

    /// <summary>What was found wrong, with the places that the IR has.</summary>
    public ImmutableArray<ScxDiagnostic> Placed(DiagnosticBag found) =>
        place is null ? found.All : [.. found.All.Select(diagnostic => Relocation.Of(diagnostic, place))];

    /// <summary>Gives the fields the places that the IR has.</summary>
    public void PlaceFields()
    {
        if (place is not null)
            Fields.Place(place);
    }

    /// <summary>The function of a method, which is lowered in its turn.</summary>
    public FunctionReference Reference(MethodInstance instance, SourceSpan use, string? symbol = null)
    {
        if (references.TryGetValue(instance, out var known))
        {
            Record.Methods.Add(instance);
            return known;
        }
        var method = instance.Method;
        if (instance.Depth > DeepestType)
            throw new UnsupportedException(Rules.EndlessInstantiation, use, method.Name);
        var signature = Signature(instance, use);
        string name = Names.Unique(symbol ?? NameOf(method), Symbols);
        var reference = new FunctionReference(name, [.. signature.Parameters.Select(p => p.Type)], signature.ReturnType);
        references.Add(instance, reference);
        Record.Methods.Add(instance);
        return reference;
    }

    /// <summary>Parameters of a method as a function: an address for the result if it is a struct, then one for <c>this</c>, then the C# ones.</summary>
    public MethodSignature Signature(MethodInstance instance, SourceSpan use)
    {
        var (method, arguments) = (instance.Method, instance.Arguments);
        var parameters = ImmutableArray.CreateBuilder<MethodParameter>();
        var returnType = Types.Lower(arguments.Of(method.ReturnType), use);
        RefuseFrameState(method, returnType);
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            returnType = new PointerType(returnType, MemorySpace.Any);
        }
        else if (returnType is StructType)
        {
            parameters.Add(new MethodParameter(new PointerType(returnType, MemorySpace.Any), ParameterRole.Result, null));
            returnType = IrType.Void;
        }
        if (!method.IsStatic && (method.ContainingType.IsValueType || arguments.Receiver is not null))
        {
            var self = new PointerType(Types.Lower(arguments.Receiver ?? arguments.Of(method.ContainingType), use), MemorySpace.Any);
            parameters.Add(new MethodParameter(self, ParameterRole.This, null));
        }
        foreach (var variable in LocalFunctions.Captured(method))
        {
            var type = new PointerType(Types.Lower(arguments.Of(TypeOf(variable)), use), MemorySpace.Any);
            parameters.Add(new MethodParameter(type, ParameterRole.Captured, variable));
        }
        foreach (var parameter in method.Parameters)
        {
            var type = Types.Lower(arguments.Of(parameter.Type), Spans.Of(parameter));
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                RefuseFrameState(method, type);
            bool byAddress = parameter.RefKind != RefKind.None || type is StructType;
            parameters.Add(new MethodParameter(
                byAddress ? new PointerType(type, MemorySpace.Any) : type, byAddress ? ParameterRole.Address : ParameterRole.Value, parameter));
        }
        var inlining = MethodLayout.Of(method, parameters.ToImmutable());
        // Before 7.3 the verifier wants a number from a global function (kernel/bpf/btf.c, btf_prepare_func_args).
        return new MethodSignature(parameters.ToImmutable(), inlining == Inlining.Global && returnType is VoidType ? IrType.S32 : returnType, inlining);
    }

    // What lies in the frame of a method is gone when that returns.
    private static void RefuseFrameState(IMethodSymbol method, IrType type)
    {
        if (TypeLowering.IsFrameState(type))
            throw new UnsupportedException(Rules.FrameStateLeaves, Spans.Of(method), method.Name);
    }

    private static ITypeSymbol TypeOf(ISymbol variable) => variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;

    /// <summary>What the function of a method is called in the object, unless that is taken.</summary>
    public static string NameOf(IMethodSymbol method) => $"{method.ContainingType.Name}_{MethodName(method)}";

    private static string MethodName(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor => "ctor",
        MethodKind.AnonymousFunction => "lambda",
        _ => method.Name,
    };
}

/// <summary>A method's shape as a function.</summary>
internal sealed record MethodSignature(ImmutableArray<MethodParameter> Parameters, IrType ReturnType, Inlining Inlining);

/// <summary>A parameter of a function.</summary>
internal sealed record MethodParameter(IrType Type, ParameterRole Role, ISymbol? Symbol);

/// <summary>What a parameter of a function holds.</summary>
internal enum ParameterRole
{
    /// <summary>Where the struct that the method returns goes.</summary>
    Result,

    /// <summary>The struct that the method is called on.</summary>
    This,

    /// <summary>The address of a variable of the method around a local function.</summary>
    Captured,

    /// <summary>A C# parameter that is passed by address: <c>ref</c>, <c>in</c>, <c>out</c>, or a struct.</summary>
    Address,

    /// <summary>A C# parameter.</summary>
    Value,
}
