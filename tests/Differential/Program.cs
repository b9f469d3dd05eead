using System.Diagnostics;
using Scx.Compiler.Backend;
using Scx.Differential.Comparison;
using Scx.Differential.Generation;

namespace Scx.Differential;

/// <summary>The command line; README.md tells what it is for.</summary>
static class Program
{
    const string Usage = """
        usage: Differential [--first SEED] [--methods N] [--each N] [--v3] [--write FOLDER]
               Differential --kernel FOLDER
               Differential --source SEED

          --first SEED      seed of the first method (default 1)
          --methods N       how many methods to try (default 2000)
          --each N          methods in one scheduler (default 20)
          --v3              compile for the older instruction set
          --write FOLDER    interpret nothing; leave the objects, and what .NET computed, for --kernel
          --kernel FOLDER   run the objects of that folder in this machine's kernel
          --source SEED     print the scheduler that holds only the method of that seed

        Exit status: 0 if all agree, 1 if not, 2 for wrong usage.
        """;

    static int Main(string[] arguments)
    {
        ulong first = 1;
        int methods = 2000, each = 20;
        var cpu = CpuLevel.V4;
        string? write = null, kernel = null;
        for (int i = 0; i < arguments.Length; i++)
        {
            string? value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--first" when ulong.TryParse(value, out first):
                case "--methods" when int.TryParse(value, out methods):
                case "--each" when int.TryParse(value, out each):
                case "--write" when (write = value) is not null:
                case "--kernel" when (kernel = value) is not null:
                    i++;
                    break;
                case "--v3":
                    cpu = CpuLevel.V3;
                    break;
                case "--source" when ulong.TryParse(value, out ulong seed):
                    Console.Write(new SchedulerSource(seed, 1).Write());
                    return 0;
                default:
                    Console.Error.WriteLine(Usage);
                    return arguments[i] is "-h" or "--help" ? 0 : 2;
            }
        }
        if (write is not null)
        {
            ObjectFolder.Write(write, first, methods, each, cpu);
            return 0;
        }
        var clock = Stopwatch.StartNew();
        var result = kernel is not null
            ? ObjectFolder.RunInKernel(kernel, Console.Out)
            : Campaign.Run(first, methods, each, cpu, Console.Out);
        Console.WriteLine($"{result.Methods} methods, {result.Runs} runs, {result.Disagreements} disagreements, {result.Rejected} refused, {clock.Elapsed.TotalSeconds:0} s");
        return result.Disagreements + result.Rejected == 0 && result.Methods > 0 ? 0 : 1;
    }
}
