using System.Text.RegularExpressions;
using Scx.Diagnostics;
using Scx.Runtime.Host;
using Scx.Runtime.Native;
using Scx.Runtime.Verification;

namespace Scx.Runtime;

/// <summary>
/// Loads an object, with the verifier's statistics; if the verifier refuses, loads it once more for the full log, which would have been slow
/// to write for everything.
/// </summary>
/// <param name="host">The running kernel.</param>
/// <param name="options">Where to report to.</param>
/// <param name="reopen">Makes another object of the same file with the same settings.</param>
sealed partial class SchedulerLoader(KernelHost host, SchedulerOptions options, Func<SchedulerObject> reopen)
{
    // BPF_LOG_LEVEL1 and BPF_LOG_STATS of include/linux/bpf_verifier.h.
    const uint Walk = 1;
    const uint Statistics = 4;
    const int ShortLog = 1 << 18;
    const int LongLog = 1 << 25;

    /// <summary>What has been loaded.</summary>
    public SchedulerObject Loaded { get; private set; } = null!;

    /// <summary>Loads it.</summary>
    public IReadOnlyList<VerifiedProgram> Load(SchedulerObject scheduler)
    {
        if (options.FullVerifierLog)
            return Attempt(scheduler, Walk | Statistics, LongLog);
        try
        {
            return Attempt(scheduler, Statistics, ShortLog);
        }
        catch (SchedulerException refused) when (refused is VerifierRejectedException or MissingKernelSymbolException { Log.Length: > 0 })
        {
            return Attempt(reopen(), Walk | Statistics, LongLog);
        }
    }

    IReadOnlyList<VerifiedProgram> Attempt(SchedulerObject scheduler, uint level, int logSize)
    {
        // Asked before loading: afterwards libbpf has turned the pointers to programs into descriptors.
        var callbacks = scheduler.Native.Programs.ToDictionary(program => program, scheduler.CallbackOf);
        var logs = scheduler.Native.Programs.Where(program => program.Autoload)
            .Select(program => new VerifierLogBuffer(program, logSize)).ToList();
        try
        {
            logs.ForEach(log => log.Use(level));
            using var messages = LibbpfMessages.Collect(options.Trace);
            int result = Libbpf.bpf_object__load(scheduler.Native.Handle);
            if (result < 0)
                throw Explain(scheduler, -result, messages.Warnings, logs, callbacks);
            Loaded = scheduler;
            return [.. logs.Select(log => Describe(log, callbacks[log.Program]))];
        }
        finally
        {
            logs.ForEach(log => log.Dispose());
        }
    }

    static VerifiedProgram Describe(VerifierLogBuffer log, string callback)
    {
        var info = log.Program.ReadInfo();
        string text = log.Text;
        return new VerifiedProgram(log.Program.Name, callback, log.Program.InstructionCount, (int)info.TranslatedLength / 8,
            (int)info.JitedLength, VerifierLog.ReadCost(text), text);
    }

    SchedulerException Explain(
        SchedulerObject scheduler, int errno, string warnings, List<VerifierLogBuffer> logs, Dictionary<BpfProgram, string> callbacks)
    {
        string failed = FailedProgram().Match(warnings).Groups[1].Value;
        if (logs.Find(log => log.Program.Name == failed) is { } refused && refused.Text is { Length: > 0 } text)
        {
            string callback = callbacks[refused.Program];
            if (MissingField().Match(text) is { Success: true } field)
                return LacksField(Flavour().Replace(field.Groups[1].Value, ""), callback, text);
            return MissingFunction().Match(text) is { Success: true } missing
                ? KernelSymbols.ExplainUnresolved(missing.Groups[1].Value, callback, text, scheduler.Types, host)
                : new VerifierRejectedException(failed, callback, text, warnings);
        }

        if (UnresolvedFunction().Match(warnings) is { Success: true } function)
        {
            return new MissingKernelSymbolException(host.Release, [function.Groups[1].Value],
                $"kernel {host.Release} does not have the function {function.Groups[1].Value}, or has it in another form", warnings);
        }

        if (errno != ErrorNumber.OperationNotPermitted && FailedMap().Match(warnings).Groups[1].Value is { Length: > 0 } map)
            return new MapCreationException(map, ShapeOf(scheduler.Find(map)), errno, warnings);

        return errno == ErrorNumber.OperationNotPermitted
            ? new PermissionException($"the kernel does not let this process load {(scheduler.Layout is null ? "programs" : "schedulers")}; root is needed, and kernel lockdown must be off",
                warnings)
            : new SchedulerLoadException(scheduler.Subject, errno, warnings);
    }

    static string ShapeOf(BpfMap? map) => map is null ? ""
        : map.ValueSize == 0 ? $" (size {map.Capacity})"
        : $" ({map.Capacity} entries, values of {map.ValueSize} bytes)";

    MissingKernelSymbolException LacksField(string field, string callback, string log) =>
        new(host.Release, [field], $"kernel {host.Release} lacks {field}, which {callback} uses")
        {
            Location = KernelLog.ReadProgram("", callback, log)?.Place,
            Log = log,
        };

    [GeneratedRegex(@"prog '([^']+)': BPF program load failed")]
    private static partial Regex FailedProgram();

    [GeneratedRegex(@"map '([^']+)': failed to create")]
    private static partial Regex FailedMap();

    // libbpf puts these two into the log in place of the verifier's words about an instruction that it poisoned.
    [GeneratedRegex(@"failed to resolve CO-RE relocation <\w+> \[\d+\] (.+?)(?: \(\d[^)]*\))?\s*$", RegexOptions.Multiline)]
    private static partial Regex MissingField();

    [GeneratedRegex(@"kfunc '([^']+)' is referenced but wasn't resolved")]
    private static partial Regex MissingFunction();

    // What follows a triple underscore in a type's name is for telling variants apart in one source.
    [GeneratedRegex(@"___\w+")]
    private static partial Regex Flavour();

    [GeneratedRegex(@"extern \((?:func|var) ksym\) '([^']+)'")]
    private static partial Regex UnresolvedFunction();
}
