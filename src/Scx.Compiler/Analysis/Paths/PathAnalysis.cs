using System.Collections.Immutable;
using Scx.Compiler.Analysis.Scheduling;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>Walks every program of a scheduler, and tells what the verifier would refuse on a way through it.</summary>
public static class PathAnalysis
{
    // Instructions walked for one program before the rest is left to the kernel.
    private const int Budget = 60_000;

    private static readonly ProgramEntry anywhere = new("", ProgramArguments.Slots) { Kind = NullReasons.GlobalFunction };

    /// <summary>The mistakes, each with the places that explain it.</summary>
    /// <param name="module">A scheduler in SSA form.</param>
    /// <param name="cache">What earlier analyses have found, or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ImmutableArray<ScxDiagnostic> Check(Module module, AnalysisCache? cache, CancellationToken cancellation)
    {
        var methods = module.Functions.ToDictionary(f => f.Reference, f => new MethodPaths(f));
        var fingerprints = cache is null ? null : new ProgramFingerprints(module);
        var findings = new PathFindings();
        var queues = new HashSet<QueueUse>();
        bool complete = true;
        foreach (var program in module.Programs)
        {
            var paths = Walk(program, methods, fingerprints, cache, cancellation);
            findings.Add(paths.Findings);
            queues.UnionWith(paths.Queues);
            complete &= paths.Complete;
        }
        // The verifier walks through these by themselves, whatever their callers know.
        foreach (var function in module.Functions.Where(f => f.Inlining == Inlining.Global))
        {
            var alone = new Program(ProgramEntry.SyscallContext, function.Reference, Sleepable: false) { Entry = anywhere };
            findings.Add(Walk(alone, methods, fingerprints, cache, cancellation).Findings);
        }
        // Of a way that was not walked nothing is known.
        return complete ? [.. findings.ToImmutable(), .. Queues.Check(queues)] : findings.ToImmutable();
    }

    private static ProgramPaths Walk(
        Program program, Dictionary<FunctionReference, MethodPaths> methods, ProgramFingerprints? fingerprints, AnalysisCache? cache, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        string? fingerprint = fingerprints?.Of(program);
        if (fingerprint is not null && cache!.Find(fingerprint) is { } known)
            return known;
        var findings = new PathFindings();
        var queues = new HashSet<QueueUse>();
        bool complete = true;
        string name = program.Entry is null ? CallbackNames.Pascal(program.Callback) : methods[program.Function].Function.DisplayName;
        var entries = new List<WalkContext> { new(program.Function, name, program.Sleepable, false) };
        for (int i = 0; i < entries.Count; i++)
        {
            var walker = new PathWalker(methods, program, entries[i], findings, queues, Budget, cancellation);
            complete &= walker.Walk();
            entries.AddRange(walker.Later.Where(later => !entries.Contains(later)));
        }
        var paths = new ProgramPaths(findings.All, [.. queues], complete);
        if (fingerprint is not null)
            cache!.Keep(fingerprint, paths);
        return paths;
    }
}
