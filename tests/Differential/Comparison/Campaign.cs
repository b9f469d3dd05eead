using Scx.Compiler.Backend;
using Scx.Differential.Generation;

namespace Scx.Differential.Comparison;

/// <summary>How many methods were tried and what came of it.</summary>
/// <param name="Methods">Methods.</param>
/// <param name="Runs">Runs of methods.</param>
/// <param name="Disagreements">Methods that computed something else.</param>
/// <param name="Rejected">Methods that a compiler refused.</param>
public sealed record CampaignResult(int Methods, int Runs, int Disagreements, int Rejected);

/// <summary>Tries random methods, many to a scheduler; what fails is tried again alone, so that its seed says all.</summary>
public static class Campaign
{
    /// <summary>Runs it.</summary>
    public static CampaignResult Run(ulong first, int methods, int each, CpuLevel cpu, TextWriter report)
    {
        int runs = 0, disagreements = 0, rejected = 0;
        for (int done = 0; done < methods; done += each)
        {
            var source = new SchedulerSource(first + (ulong)done, Math.Min(each, methods - done));
            if (Failure(source, cpu, ref runs) is null)
                continue;
            int before = disagreements + rejected;
            foreach (ulong seed in source.Seeds)
            {
                if (Failure(source with { FirstSeed = seed, Count = 1 }, cpu, ref runs) is not { } failure)
                    continue;
                report.WriteLine($"seed {seed}: {failure.Text}");
                (disagreements, rejected) = failure.Rejected ? (disagreements, rejected + 1) : (disagreements + 1, rejected);
            }
            if (disagreements + rejected == before)
            {
                report.WriteLine($"seeds {source.FirstSeed} to {source.FirstSeed + (ulong)source.Count - 1}, only together: {Failure(source, cpu, ref runs)?.Text}");
                disagreements++;
            }
        }
        return new CampaignResult(methods, runs, disagreements, rejected);
    }

    sealed record Fault(string Text, bool Rejected);

    static Fault? Failure(SchedulerSource source, CpuLevel cpu, ref int count)
    {
        string[] methods = [.. source.Seeds.Select(SchedulerSource.MethodOf)];
        try
        {
            var scheduler = CompiledScheduler.Compile(source.Name, source.Write(), methods, cpu);
            var runs = Comparer.RunUnderNet(scheduler, methods, source.FirstSeed);
            count += runs.Count;
            return Comparer.Interpret(scheduler, runs).Select(d => new Fault($"{d.Method}: {d.Details}", false)).FirstOrDefault();
        }
        catch (RejectedSourceException refused)
        {
            return new Fault(refused.Message, true);
        }
        // Whatever else a compiler throws is a mistake of its own.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return new Fault(broken.ToString(), true);
        }
    }
}
