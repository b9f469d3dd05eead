using System.Collections.Immutable;
using Scx.Compiler.Analysis.Scheduling;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>Walks every program of a scheduler, many at once, and tells what the verifier would refuse on a way through it.</summary>
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
        var methods = module.Functions.ToDictionary(f => f.Reference, f => cache is null ? new MethodPaths(f) : cache.Methods.GetValue(f, made => new MethodPaths(made)));
        // The verifier walks through global functions by themselves, whatever their callers know.
        ImmutableArray<Program> programs = [.. module.Programs, .. module.Functions.Where(f => f.Inlining == Inlining.Global)
            .Select(f => new Program(ProgramEntry.SyscallContext, f.Reference, Sleepable: false) { Entry = anywhere })];
        var fingerprints = cache is null ? null : new ProgramFingerprints(module, cache.Texts);
        var walks = programs.Select(program => (Program: program, Fingerprint: fingerprints?.Of(program))).ToList();
        var walked = AtOnce.Each(walks, walk => Walk(walk.Program, methods, walk.Fingerprint, cache, cancellation), cancellation);

        var findings = new PathFindings();
        foreach (var paths in walked)
            findings.Add(paths.Findings);
        var own = walked.Take(module.Programs.Length).ToList();
        // Of a way that was not walked nothing is known.
        return own.All(paths => paths.Complete)
            ? [.. findings.ToImmutable(), .. Queues.Check(new HashSet<QueueUse>(own.SelectMany(paths => paths.Queues)))]
            : findings.ToImmutable();
    }

    private static ProgramPaths Walk(
        Program program, Dictionary<FunctionReference, MethodPaths> methods, string? fingerprint, AnalysisCache? cache, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
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
