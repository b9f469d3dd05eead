using Scx.Diagnostics;
using Scx.Run;
using Scx.Runtime;

var line = new CommandLine();
try
{
    string? file = CommandLineParser.FindFile(args);
    line = CommandLineParser.Parse(args, file, tunables: null);
    if (line.Version)
    {
        Console.WriteLine($"scx-run {HelpText.Version}");
        return ExitCode.Success;
    }

    if (line.Explain is { } id)
    {
        Console.WriteLine(DiagnosticPages.Find(id)?.TrimEnd()
            ?? throw new UsageException($"there is no diagnostic '{id}'; there are {string.Join(", ", DiagnosticPages.Ids)}"));
        return ExitCode.Success;
    }

    if (file is null)
    {
        if (!line.Help)
            throw new UsageException("which file? scx-run FILE.bpf.o; see --help");
        HelpText.Print(Console.Out, null);
        return ExitCode.Success;
    }

    var options = new SchedulerOptions
    {
        Note = Terminal.Note,
        Trace = line.Debug ? Terminal.Say : null,
        FullVerifierLog = line.LogFile is not null,
    };
    using var first = OpenScheduler.Open(file, options);
    line = CommandLineParser.Parse(args, file, first.Tunables);
    if (line.Help || line.HelpStatistics)
    {
        if (line.Help)
            HelpText.Print(Console.Out, first);
        else
            HelpText.PrintStatistics(Console.Out, first);
        return ExitCode.Success;
    }

    if (line.Verify)
    {
        using var verified = Load(first);
        VerificationReport.Print(Console.Out, verified.Programs, line.Json);
        return ExitCode.Success;
    }

    OpenScheduler? opened = first;
    return new Session(line, () =>
    {
        // A restart begins with a fresh object.
        using var scheduler = opened ?? OpenScheduler.Open(file, options);
        opened = null;
        return Load(scheduler);
    }).Run();
}
catch (UsageException mistake)
{
    Terminal.Error(mistake.Message);
    return ExitCode.Usage;
}
catch (SchedulerException error)
{
    ErrorReport.Print(error, line);
    return ExitCode.For(error);
}
catch (IOException) when (Console.IsOutputRedirected)
{
    // Nobody reads the statistics any more.
    return ExitCode.Success;
}
catch (Exception unforeseen)
{
    Terminal.Error($"this should not have happened: {unforeseen.Message}");
    if (line.Debug)
        Terminal.Say(unforeseen.ToString());
    return ExitCode.Failure;
}

LoadedScheduler Load(OpenScheduler scheduler)
{
    foreach (var (name, value) in line.Settings)
        scheduler.SetTunable(name, value ?? "");
    var loaded = scheduler.Load();
    if (line.LogFile is not null)
        LogFile.Write(line.LogFile, loaded.Programs.Select(program => (program.Name, program.Log)));
    return loaded;
}
