using System.Reflection;
using Scx.Runtime;

namespace Scx.Run;

/// <summary>What <c>--help</c>, <c>--help-stats</c> and <c>--version</c> print.</summary>
static class HelpText
{
    const int Indent = 24;

    /// <summary>The general part, and the scheduler's options if there is one.</summary>
    public static void Print(TextWriter output, OpenScheduler? scheduler)
    {
        output.WriteLine("""
            Attaches a sched_ext scheduler to the running kernel, prints its statistics, and detaches it on Ctrl-C or SIGTERM;
            likewise programs beside schedulers, of a class with [BpfObject].

            usage: scx-run [OPTION...] FILE.bpf.o [SCHEDULER'S OPTION...]

            """);
        foreach (var option in GeneralOption.All)
            output.WriteLine(Row(option.Value is null ? option.Name : $"{option.Name} {option.Value}", option.Description));
        output.WriteLine();
        if (scheduler is null)
            output.WriteLine("scx-run FILE.bpf.o --help also lists the options of what is in the file.");
        else
            PrintTunables(output, scheduler);
        output.WriteLine("""

            exit status: 0 what FILE holds ran and was detached; 1 something unforeseen; 2 the command line or the file is wrong;
            3 not possible here and now (not root, no sched_ext, another scheduler running, no libbpf); 4 the kernel refuses
            it; 5 the kernel threw the scheduler out.
            """);
    }

    /// <summary>What the scheduler counts.</summary>
    public static void PrintStatistics(TextWriter output, OpenScheduler scheduler)
    {
        if (scheduler.Statistics.Count == 0)
            output.WriteLine($"{Start(scheduler)} counts nothing.");
        foreach (var statistic in scheduler.Statistics)
            output.WriteLine(Row(statistic.Name, statistic.Description));
    }

    /// <summary>The program's version.</summary>
    public static string Version =>
        typeof(HelpText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    static void PrintTunables(TextWriter output, OpenScheduler scheduler)
    {
        output.WriteLine(scheduler.Tunables.Count == 0
            ? $"{Start(scheduler)} has no options."
            : $"options of {(scheduler.IsScheduler ? "the scheduler " : "")}'{scheduler.Name}':");
        foreach (var tunable in scheduler.Tunables)
        {
            output.WriteLine(Row(OptionOf(tunable), $"{tunable.Description} ({DefaultOf(tunable)})"));
        }
    }

    static string Start(OpenScheduler scheduler) => scheduler.IsScheduler ? $"The scheduler '{scheduler.Name}'" : $"'{scheduler.Name}'";

    /// <summary>How a tunable is set; one of scx-run's own options may have its name.</summary>
    internal static string OptionOf(Tunable tunable) => GeneralOption.Find(tunable.OptionName) is null
        ? tunable.OptionName + ValueOf(tunable)
        : $"--set {tunable.Name}={(tunable.Kind == TunableKind.Flag ? "true" : ValueOf(tunable).TrimStart())}";

    static string ValueOf(Tunable tunable) => tunable.Kind switch
    {
        TunableKind.Flag => "",
        TunableKind.Choice => " " + string.Join('|', tunable.Choices.Keys),
        _ => " N",
    };

    static string DefaultOf(Tunable tunable) => tunable.Kind switch
    {
        TunableKind.Integer => $"{TypeOf(tunable)}, default {tunable.Default}",
        TunableKind.Flag => $"default {(tunable.Default == "true" ? "on" : "off")}",
        _ => $"default {tunable.Default}",
    };

    static string TypeOf(Tunable tunable) => (tunable.Minimum < 0, tunable.Maximum) switch
    {
        (true, var maximum) => maximum == sbyte.MaxValue ? "sbyte" : maximum == short.MaxValue ? "short" : maximum == int.MaxValue ? "int" : "long",
        (false, var maximum) => maximum == byte.MaxValue ? "byte" : maximum == ushort.MaxValue ? "ushort" : maximum == uint.MaxValue ? "uint" : "ulong",
    };

    static string Row(string name, string description) => name.Length + 4 > Indent
        ? $"  {name}{Environment.NewLine}{new string(' ', Indent)}{description}"
        : $"  {name.PadRight(Indent - 2)}{description}".TrimEnd();
}
