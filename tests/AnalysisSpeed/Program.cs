// Prints how long the analysis takes: see README.md.
using System.Globalization;
using Scx.AnalysisSpeed;

string? root = AppContext.BaseDirectory;
while (root is not null && !File.Exists(Path.Combine(root, "Scx.slnx")))
    root = Path.GetDirectoryName(root);
string schedulers = Path.Combine(root ?? throw new DirectoryNotFoundException("The benchmark runs from below the repository."), "schedulers");
Console.WriteLine($"{"scheduler",-12}{"all: ms",10}{"CPU ms",10}{"edit: ms",10}{"at most",10}  of");
foreach (string directory in Directory.GetDirectories(schedulers).Order(StringComparer.Ordinal))
{
    if (SchedulerSources.Read(directory) is not { } sources)
        continue;
    var whole = Measurement.Of(sources.Fresh, cached: false, warming: 40, rounds: 25);
    var edits = sources.Methods.Select(method => (method.Identifier.Text, Measurement.Of(round => sources.Edited(method, round), cached: true, warming: 5, rounds: 9).Median))
        .OrderBy(edit => edit.Median).ToList();
    var (slowest, most) = edits[^1];
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{Path.GetFileName(directory),-12}{whole.Median,10:f1}{whole.Processor,10:f1}{edits[edits.Count / 2].Median,10:f1}{most,10:f1}  {slowest}"));
}
