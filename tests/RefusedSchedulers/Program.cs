// Runs scx-run on each object of a directory, one after the other in one process, since starting .NET in the guest takes long.
// Arguments: the directory of the objects, and one for the verifier's logs. Prints "#### NAME", what scx-run prints, and "#### STATUS".
using System.Reflection;

var scxRun = Assembly.Load("scx-run").EntryPoint!;
foreach (string path in Directory.GetFiles(args[0], "*.bpf.o").Order(StringComparer.Ordinal))
{
    string name = Path.GetFileName(path)[..^".bpf.o".Length];
    Console.WriteLine($"#### {name}");
    string[] arguments = [path, "--for", "6", "--no-stats", "--log", Path.Combine(args[1], name + ".log")];
    var result = scxRun.Invoke(null, [arguments]);
    Console.WriteLine($"#### {(result is Task<int> task ? await task : result)}");
}
