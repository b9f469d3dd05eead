using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Scx.Compiler.Ir.Passes;

/// <summary>What happens to a module between the front end and the analysis, in order.</summary>
public static class Pipeline
{
    private static readonly ImmutableArray<Func<Function, Function>> Passes =
    [
        SsaConstruction.Run,
        StructSplitting.Run,
        SsaConstruction.Run,
        RedundantParameters.Remove,
        KnownBranches.Fold,
        BlockMerging.Merge,
        RedundantLookups.Remove,
        RedundantParameters.Remove,
        DeadInstructions.Remove,
        BlockMerging.Merge,
        LoopForms.Choose,
    ];

    /// <summary>Runs every pass over every function, and checks the outcome.</summary>
    /// <param name="module">What the front end made.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="known">What came of functions before, and of these; null to keep nothing.</param>
    /// <exception cref="InternalCompilerException">The front end or a pass made something that is not well-formed.</exception>
    public static Module Run(Module module, CancellationToken cancellation = default, ConditionalWeakTable<Function, Function>? known = null)
    {
        IrVerifier.VerifyNames(module);
        var functions = AtOnce.Each(module.Functions, function => known is null ? Verified(function) : known.GetValue(function, Verified), cancellation);
        return WithoutUnused(module with { Functions = [.. functions] });
    }

    private static Function Verified(Function function)
    {
        IrVerifier.Verify(function);
        function = Run(function);
        IrVerifier.Verify(function);
        return function;
    }

    private static Module WithoutUnused(Module module)
    {
        var used = new HashSet<Global>(module.Functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions).OfType<GlobalAddress>().Select(a => a.Global));
        return module with { Globals = [.. module.Globals.Where(g => !g.IsImplicit || used.Contains(g))] };
    }

    /// <summary>Runs every pass over one function.</summary>
    /// <param name="function">A well-formed function.</param>
    public static Function Run(Function function)
    {
        foreach (var pass in Passes)
            function = pass(function);
        return function;
    }
}
