// Runs scx-run on each object of a directory, one after the other in one process, since starting .NET in the guest takes long.
// Arguments: the directory, and options for scx-run. Prints "#### NAME", what scx-run prints, and "#### STATUS".
using System.Reflection;

var scxRun = Assembly.Load("scx-run").EntryPoint!;
foreach (string path in Directory.GetFiles(args[0], "*.bpf.o").Order(StringComparer.Ordinal))
{
    Console.WriteLine($"#### {Path.GetFileName(path)[..^".bpf.o".Length]}");
    object? result = scxRun.Invoke(null, [(string[])[path, .. args[1..]]]);
    Console.WriteLine($"#### {(result is Task<int> task ? await task : result)}");
}
