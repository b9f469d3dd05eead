// Prints how long the analysis takes: see README.md.
using System.Globalization;
using Scx.AnalysisSpeed;

string? root = AppContext.BaseDirectory;
while (root is not null && !File.Exists(Path.Combine(root, "Scx.slnx")))
    root = Path.GetDirectoryName(root);
string schedulers = Path.Combine(root ?? throw new DirectoryNotFoundException("The benchmark runs from below the repository."), "schedulers");
Console.WriteLine($"{"scheduler",-12}{"all: ms",10}{"CPU ms",10}{"edit: ms",10}{"CPU ms",10}{"expr.: ms",10}{"CPU ms",10}");
foreach (string directory in Directory.GetDirectories(schedulers).Order(StringComparer.Ordinal))
{
    if (SchedulerSources.Read(directory) is not { } sources)
        continue;
    var whole = Measurement.Of(sources.Fresh, cached: false);
    var edit = Measurement.Of(sources.Edited, cached: true);
    var figures = new List<Measurement> { whole, edit };
    if (sources.HasExpression)
        figures.Add(Measurement.Of(sources.EditedExpression, cached: true));
    Console.WriteLine($"{Path.GetFileName(directory),-12}{string.Concat(figures.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Median,10:f1}{each.Processor,10:f1}")))}");
}
