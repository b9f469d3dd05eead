using System.Collections.Immutable;
using Scx.Compiler.Analysis.Paths;
using Scx.Compiler.Analysis.Scheduling;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;
using Scx.Compiler.Ir.Passes;

namespace Scx.Compiler.Analysis;

/// <summary>What the analysis made of a scheduler.</summary>
/// <param name="Module">Simplified, with its programs' sleepability known: what the back end takes.</param>
/// <param name="Diagnostics">In the order of the source. With an error among them no object is made.</param>
public sealed record AnalyzedModule(Module Module, ImmutableArray<ScxDiagnostic> Diagnostics);

/// <summary>Everything between the front end and the back end; the IDE and scxc run the same.</summary>
public static class ModuleAnalysis
{
    private static readonly ImmutableArray<Func<Module, ImmutableArray<ScxDiagnostic>>> Checks =
    [
        Recursion.Check,
        CallDepth.Check,
        CallContexts.Check,
        LocksInPrograms.Check,
        KernelAvailability.Check,
        SleepingMaps.Check,
        EndlessLoops.Check,
        OpsFlags.Check,
        DispatchLoops.Check,
        CidForm.Check,
        KernelWrites.Check,
        ArenaAtomics.Check,
        ObjectsNeverMade.Check,
    ];

    /// <summary>Simplifies a scheduler and looks for mistakes in it.</summary>
    /// <param name="module">What the front end made.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="cache">What earlier analyses have found, and this one will; null to keep nothing.</param>
    /// <exception cref="InternalCompilerException">The module is not well-formed.</exception>
    public static AnalyzedModule Run(Module module, CancellationToken cancellation = default, AnalysisCache? cache = null)
    {
        module = Sleepability.Infer(Pipeline.Run(module, cancellation, cache?.Simplified));
        var diagnostics = Checks.SelectMany(check => check(module)).Concat(PathAnalysis.Check(module, cache, cancellation))
            .OrderBy(d => d.Span).ThenBy(d => d.Rule.Id, StringComparer.Ordinal);
        return new AnalyzedModule(module, WithoutFollowers([.. diagnostics]));
    }

    /// <summary>What sched_ext would say once the scheduler runs is left out as long as it cannot be loaded: often it comes of the same mistake.</summary>
    private static ImmutableArray<ScxDiagnostic> WithoutFollowers(ImmutableArray<ScxDiagnostic> diagnostics) =>
        diagnostics.Any(d => d.Rule.Severity == Severity.Error && !IsOfScheduling(d)) ? diagnostics.RemoveAll(IsOfScheduling) : diagnostics;

    private static bool IsOfScheduling(ScxDiagnostic diagnostic) => diagnostic.Rule.Id.StartsWith("SCX7", StringComparison.Ordinal);
}
