using System.Collections.Immutable;
using Scx.Compiler.Diagnostics;
using Scx.Diagnostics;

namespace Scx.Compiler.Driver;

/// <summary><c>scxc explain</c>: what a log of the kernel means, without a kernel.</summary>
internal static class ExplainCommand
{
    /// <summary>What the first argument is.</summary>
    public const string Name = "explain";

    public const string Usage = """
        Usage: scxc explain [options] LOG...

        Says what a log of the kernel means in the names of the C# source: what scx-run, libbpf, bpftool or veristat
        print when the verifier refuses a scheduler (Linux 6.12 to 7.3), and why sched_ext ended one. - is standard input.

        Options:
              --source FILE      C# file of the scheduler (repeatable): what the compiler finds there is shown in
                                 place of the kernel's words for the same
              --format FORMAT    text (default), or sarif: SARIF 2.1.0 on standard output
              --no-color         No colours even on a terminal
          -h, --help             Show this text

        Exit codes: 0 nothing is wrong in the logs; 1 something is; 2 wrong usage; 3 a file cannot be read.
        """;

    /// <exception cref="UsageException">The arguments make no sense.</exception>
    /// <exception cref="EnvironmentException">A file cannot be read.</exception>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var (logs, sources, line, help) = Parse(arguments);
        if (help)
        {
            Console.Out.WriteLine(Usage);
            return ExitCodes.Success;
        }
        var findings = logs.SelectMany(log => KernelLog.Read(Text(log))).ToImmutableArray();
        var known = sources.IsEmpty ? [] : Check(sources);
        var messages = findings.Select(finding => Before(finding, known) ?? Message.Of(finding)).Distinct().ToImmutableArray();
        if (line.Format == MessageFormat.Sarif)
            SarifWriter.Write(Console.OpenStandardOutput(), messages);
        else
            Print(messages, findings, line);
        return findings.IsEmpty ? ExitCodes.Success : ExitCodes.SourceErrors;
    }

    static void Print(ImmutableArray<Message> messages, ImmutableArray<LogFinding> findings, CommandLine line)
    {
        var quoted = findings.SelectMany(finding => finding.Related.Select(related => related.Place).Append(finding.Place)).OfType<LogPlace>()
            .DistinctBy(place => (place.File, place.Line)).ToImmutableDictionary(place => (place.File, place.Line), place => place.Text);
        var printer = Printers.ForStandardOutput(line, (file, number) => quoted.GetValueOrDefault((file, number)));
        foreach (var message in messages)
            printer.Print(message);
        if (messages.IsEmpty)
            Console.Out.WriteLine("Nothing in the logs is against the scheduler.");
    }

    static ImmutableArray<ScxDiagnostic> Check(ImmutableArray<string> sources) =>
        SchedulerChecker.Check(CompilationLoader.FromFiles(sources, []), path => path, CancellationToken.None).Diagnostics;

    /// <summary>What the compiler says itself of the mistake that the kernel found.</summary>
    static Message? Before(LogFinding finding, ImmutableArray<ScxDiagnostic> known) => finding.Place is { } place
        && known.FirstOrDefault(d => d.Span.Line == place.Line && finding.FoundBefore.Contains(d.Rule.Id)
            && Path.GetFileName(d.Span.File) == Path.GetFileName(place.File)) is { } diagnostic ? Message.Of(diagnostic) : null;

    static string Text(string log) => log == "-" ? Console.In.ReadToEnd() : string.Join('\n', FileText.ReadLines(log));

    static (ImmutableArray<string> Logs, ImmutableArray<string> Sources, CommandLine Line, bool Help) Parse(IReadOnlyList<string> arguments)
    {
        var (logs, sources, line, help) = (ImmutableArray<string>.Empty, ImmutableArray<string>.Empty, new CommandLine(), false);
        for (int i = 0; i < arguments.Count; i++)
        {
            string Value() => ++i < arguments.Count ? arguments[i] : throw new UsageException($"{arguments[i - 1]} needs a value");
            switch (arguments[i])
            {
                case "-h" or "--help": help = true; break;
                case "--source": sources = sources.Add(Value()); break;
                case "--format": line = line with { Format = CommandLine.FormatOf(Value()) }; break;
                case "--no-color": line = line with { Color = false }; break;
                case ['-', _, ..] unknown: throw new UsageException($"Unknown option '{unknown}'");
                case var log: logs = logs.Add(log); break;
            }
        }
        return help || !logs.IsEmpty ? (logs, sources, line, help) : throw new UsageException("No log is given");
    }
}
