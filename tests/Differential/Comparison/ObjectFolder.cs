using System.Runtime.InteropServices;
using Scx.Compiler.Backend;
using Scx.Differential.Generation;
using Scx.Runtime;

namespace Scx.Differential.Comparison;

/// <summary>A folder of objects, each beside what .NET computed: written on one machine, run on another with a kernel to try.</summary>
public static class ObjectFolder
{
    const string RunsExtension = ".runs";

    /// <summary>Fills it.</summary>
    public static void Write(string folder, ulong first, int methods, int each, CpuLevel cpu)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        for (int done = 0; done < methods; done += each)
        {
            var source = new SchedulerSource(first + (ulong)done, Math.Min(each, methods - done));
            string[] names = [.. source.Seeds.Select(SchedulerSource.MethodOf)];
            var scheduler = CompiledScheduler.Compile(source.Name, source.Write(), names, cpu);
            File.WriteAllBytes(Path.Combine(folder, source.Name + ".bpf.o"), scheduler.Object);
            File.WriteAllLines(Path.Combine(folder, source.Name + RunsExtension),
                Comparer.RunUnderNet(scheduler, names, source.FirstSeed)
                    .Select(run => $"{run.Method} {Convert.ToHexString(run.Before)} {Convert.ToHexString(run.After)}"));
        }
    }

    /// <summary>Runs every object in the kernel of this machine.</summary>
    public static CampaignResult RunInKernel(string folder, TextWriter report)
    {
        int methods = 0, count = 0, disagreements = 0, rejected = 0;
        foreach (string path in Directory.GetFiles(folder, "*" + RunsExtension).Order(StringComparer.Ordinal))
        {
            Run[] runs = [.. File.ReadLines(path).Select(Read)];
            try
            {
                using var open = OpenScheduler.Open(Path.ChangeExtension(path, ".bpf.o"));
                using var loaded = open.Load();
                foreach (var found in Comparer.Compare(runs, (method, bytes) => loaded.Run(method, ref MemoryMarshal.AsRef<Inputs>(bytes.AsSpan()))))
                {
                    disagreements++;
                    report.WriteLine($"{found.Method}: {found.Details}");
                }
                methods += runs.Select(run => run.Method).Distinct().Count();
                count += runs.Length;
            }
            // A random method may have more ways through it than the verifier follows; that says nothing of what it computes.
            catch (VerifierRejectedException tooLarge) when (tooLarge.Finding?.Id == "SCX9017")
            {
                report.WriteLine($"{Path.GetFileName(path)}: not tried, {tooLarge.Message}");
            }
            catch (SchedulerException refused)
            {
                rejected++;
                report.WriteLine($"{Path.GetFileName(path)}: {refused.Message}");
                if (refused is VerifierRejectedException rejection)
                    report.WriteLine(string.Join('\n', rejection.Log.Split('\n').TakeLast(30)));
            }
        }
        return new CampaignResult(methods, count, disagreements, rejected);
    }

    static Run Read(string line)
    {
        string[] parts = line.Split(' ');
        return new Run(parts[0], Convert.FromHexString(parts[1]), Convert.FromHexString(parts[2]));
    }
}
