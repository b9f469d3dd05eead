using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Whether a method is a part of its callers or a function of its own.</summary>
internal static class MethodLayout
{
    // BPF passes arguments in R1 to R5; older kernels take no more.
    private const int ArgumentRegisters = 5;

    /// <summary>As the method's attributes say, or as its signature allows.</summary>
    /// <exception cref="UnsupportedException">The attributes want what the signature does not allow.</exception>
    public static Inlining Of(IMethodSymbol method, ImmutableArray<MethodParameter> parameters)
    {
        bool byReference = method.ReturnsByRef || method.ReturnsByRefReadonly;
        bool isGlobal = method.Attribute(KnownSymbols.GlobalAttribute) is not null;
        var options = method.MethodImplementationFlags;
        if (isGlobal || method.Attribute(KnownSymbols.NoInlineAttribute) is not null || (options & MethodImplAttributes.NoInlining) != 0)
        {
            string wanted = isGlobal ? "[Global]" : "[NoInline]";
            if (parameters.Length > ArgumentRegisters)
                throw Refused(method, wanted, $"it has {parameters.Length} parameters with what it captures and where its result goes, and registers pass 5; put some into a struct");
            if (byReference)
                throw Refused(method, wanted, "it returns a reference; return an index or a copy");
            if (isGlobal)
                CheckGlobal(method, parameters);
            return isGlobal ? Inlining.Global : Inlining.Never;
        }
        bool always = (options & MethodImplAttributes.AggressiveInlining) != 0
            || parameters.Length > ArgumentRegisters || method.ReturnType.IsRefLikeType || byReference;
        return always ? Inlining.Always : Inlining.Automatic;
    }

    /// <summary>The verifier knows nothing of the arguments but their types (kernel/bpf/btf.c, btf_prepare_func_args).</summary>
    private static void CheckGlobal(IMethodSymbol method, ImmutableArray<MethodParameter> parameters)
    {
        if (method.ReturnType.IsReferenceType)
            throw Refused(method, "[Global]", "it returns an object, which the verifier would take for a number; return its id");
        foreach (var parameter in parameters)
        {
            if (parameter.Type is PointerType { Space: not MemorySpace.Kernel } pointer && (pointer.Target is VoidType or PointerType or KptrType || HoldsPointer(pointer.Target)))
                throw Refused(method, "[Global]", $"the verifier would not know where '{parameter.Symbol?.Name ?? "this"}' points; hand over numbers, or a struct of numbers by reference");
            if (parameter.Type is PointerType { Space: MemorySpace.Map or MemorySpace.MapValue or MemorySpace.Object })
                throw Refused(method, "[Global]", $"the verifier would not know where '{parameter.Symbol?.Name ?? "this"}' points; hand over a struct by 'ref'");
        }
    }

    private static bool HoldsPointer(IrType type) => type switch
    {
        StructType structure => structure.IsKernelState || structure.Fields.Any(f => f.Type is PointerType or KptrType || HoldsPointer(f.Type)),
        ArrayType array => HoldsPointer(array.Element),
        _ => false,
    };

    private static UnsupportedException Refused(IMethodSymbol method, string wanted, string why) =>
        new(Rules.OutOfLineSignature, Spans.Of(method), method.Name, wanted, why);
}
