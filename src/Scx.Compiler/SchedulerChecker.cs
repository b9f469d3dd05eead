using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Scx.Compiler.Analysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Frontend;
using Scx.Compiler.Ir;

namespace Scx.Compiler;

/// <summary>Everything before the back end: what scxc and the IDE's analyzer share, so that they cannot disagree.</summary>
public static class SchedulerChecker
{
    /// <summary>Lowers and analyses each scheduler of a compilation that has no C# errors.</summary>
    /// <param name="compilation">The user's project.</param>
    /// <param name="pathInObject">How the object names a source file, from its path in the compilation.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="cache">What earlier checks have found, and this one will; null to keep nothing.</param>
    /// <exception cref="InternalCompilerException">A bug of ours.</exception>
    public static CheckedSchedulers Check(CSharpCompilation compilation, Func<string, string> pathInObject, CancellationToken cancellation, SchedulerCache? cache = null)
    {
        if (cache?.Lowering.Lower(compilation, cancellation) is { } kept)
            return Checked(kept.Result, kept.Places, cancellation, cache);
        var lowered = FrontEnd.Lower(compilation, pathInObject, cancellation);
        return Checked(lowered, place => place, cancellation, cache);
    }

    private static CheckedSchedulers Checked(FrontEndResult lowered, Func<SourceSpan, SourceSpan> places, CancellationToken cancellation, SchedulerCache? cache)
    {
        var analyzed = lowered.Modules.Select(module => ModuleAnalysis.Run(module, cancellation, cache?.Analysis)).ToImmutableArray();
        return new CheckedSchedulers(
            [.. analyzed.Where(a => a.Diagnostics.All(d => d.Rule.Severity != Severity.Error)).Select(a => a.Module)],
            [.. lowered.Diagnostics.Concat(analyzed.SelectMany(a => a.Diagnostics)).Select(found => Relocation.Of(found, places))]);
    }
}

/// <summary>What was found in a compilation.</summary>
/// <param name="Modules">One for each scheduler without errors, ready for the back end; if something was kept, its places and the numbers in its names are others.</param>
/// <param name="Diagnostics">Those of the language first, then each scheduler's; in the order of the source within.</param>
public sealed record CheckedSchedulers(ImmutableArray<Module> Modules, ImmutableArray<ScxDiagnostic> Diagnostics);
