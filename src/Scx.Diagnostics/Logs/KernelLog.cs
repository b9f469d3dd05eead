using System.Text.RegularExpressions;

namespace Scx.Diagnostics;

/// <summary>Finds in a text what the kernel, libbpf or sched_ext say against a scheduler.</summary>
public static partial class KernelLog
{
    /// <summary>
    /// Reads a text that may hold verifier logs of several programs (as <c>scx-run --log</c>, libbpf, bpftool or veristat print them), libbpf's own
    /// errors, and sched_ext's reason for ending a scheduler (as <c>scx-run</c> or the kernel's log have it).
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>What is wrong, in the order of the text; empty if nothing is.</returns>
    public static IReadOnlyList<LogFinding> Read(string text)
    {
        var findings = new List<LogFinding>();
        foreach (var (program, lines) in Parts(text.ReplaceLineEndings("\n")))
        {
            if (lines.Any(line => Statistics().IsMatch(line) || line.StartsWith("Verification failed:", StringComparison.Ordinal)))
                Add(VerifierLogReader.Read(program, CallbackOf(program), string.Join('\n', lines.Where(line => !Framing().IsMatch(line)))));
            for (int i = 0; i < lines.Length; i++)
                Add(ReadLine(lines, i));
        }
        return findings;

        void Add(LogFinding? finding)
        {
            if (finding is not null && !findings.Any(known => known.Id == finding.Id && known.KernelWords == finding.KernelWords && known.Place == finding.Place))
                findings.Add(finding);
        }
    }

    /// <summary>Reads one program's verifier log.</summary>
    /// <param name="program">The program's name.</param>
    /// <param name="callback">The member of <c>sched_ext_ops</c> that it is for, such as <c>select_cpu</c>.</param>
    /// <param name="log">The log.</param>
    /// <returns>What is wrong; null if the program was accepted.</returns>
    public static LogFinding? ReadProgram(string program, string callback, string log) => VerifierLogReader.Read(program, CallbackNames.Of(callback), log);

    /// <summary>Reads a line of libbpf, or of a loader, about what is missing or cannot be made.</summary>
    /// <param name="line">The line.</param>
    /// <returns>What it means; null if it is nothing that is known.</returns>
    public static LogFinding? ReadError(string line)
    {
        foreach (var refusal in KernelRefusals.OfLoader)
        {
            if (refusal.Match(line) is { } match)
            {
                string message = Placeholder().Replace(refusal.Message, hole =>
                    match.Groups[hole.Groups["name"].Value] is { Success: true, Value: var value } ? value.Trim() : "(not named)");
                return new LogFinding(refusal.Id, message, refusal.Fix, line.Trim()) { FoundBefore = refusal.FoundBefore, IsMissed = refusal.IsMissed };
            }
        }
        return null;
    }

    static LogFinding? ReadLine(string[] lines, int index)
    {
        string line = lines[index];
        var exit = Exit().Match(line);
        if (exit.Success)
        {
            // The debug dump comes before the last line.
            int dump = Array.FindLastIndex(lines, index, earlier => earlier.StartsWith("Backtrace:", StringComparison.Ordinal));
            int before = Array.FindLastIndex(lines, Math.Max(index - 1, 0), earlier => Exit().IsMatch(earlier));
            return EjectionReader.Read(exit.Groups["message"].Value, dump > before ? string.Join('\n', lines[dump..index]) : "");
        }
        return Framed().IsMatch(line) ? ReadError(line) : null;
    }

    // "==== NAME" is scx-run's, "prog 'NAME': -- BEGIN PROG LOAD LOG --" libbpf's.
    static IEnumerable<(string Program, string[] Lines)> Parts(string text)
    {
        string program = "";
        var lines = new List<string>();
        foreach (string line in text.Split('\n'))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                yield return (program, [.. lines]);
                program = heading.Groups["name"].Value;
                lines.Clear();
            }
            else
            {
                lines.Add(line);
            }
        }
        yield return (program, [.. lines]);
    }

    // The compiler names a program SCHEDULER_CALLBACK; which part is the scheduler's, only the object knows.
    static string CallbackOf(string program) => KnownCallbacks.Where(callback => program.EndsWith("_" + callback, StringComparison.Ordinal))
        .OrderByDescending(callback => callback.Length).Select(CallbackNames.Of).FirstOrDefault("");

    static readonly string[] KnownCallbacks =
    [
        "select_cpu", "enqueue", "dequeue", "dispatch", "tick", "runnable", "running", "stopping", "quiescent", "yield", "core_sched_before", "set_weight",
        "set_cpumask", "update_idle", "cpu_acquire", "cpu_release", "init_task", "exit_task", "enable", "disable", "dump", "dump_cpu", "dump_task",
        "cgroup_init", "cgroup_exit", "cgroup_prep_move", "cgroup_move", "cgroup_cancel_move", "cgroup_set_weight", "cgroup_set_bandwidth",
        "cgroup_set_idle", "cpu_online", "cpu_offline", "init", "exit", "sub_attach", "sub_detach",
    ];

    [GeneratedRegex(@"^==== (?<name>\w+)$|prog '(?<name>[^']+)': -- BEGIN PROG LOAD LOG --")]
    private static partial Regex Heading();

    [GeneratedRegex(@"-- END PROG LOAD LOG --|^libbpf: ")]
    private static partial Regex Framing();

    [GeneratedRegex(@"^processed \d+ insns|^verification time \d+")]
    private static partial Regex Statistics();

    // scx-run's last line, and the kernel's log.
    [GeneratedRegex(@"^EXIT: (?:runtime error|runnable task stall|[^(]*error[^(]*) \((?<message>.*)\)\s*$|sched_ext: [^:]+: (?<message>(?!BPF scheduler).*)$")]
    private static partial Regex Exit();

    [GeneratedRegex(@"^(libbpf|scx-run|libbpf_rs|bpftool)|\berror: ")]
    private static partial Regex Framed();

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Placeholder();
}
