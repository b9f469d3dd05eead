using System.Runtime.InteropServices;
using Scx.Differential.Generation;
using Scx.Differential.Machine;

namespace Scx.Differential.Comparison;

/// <summary>One run of one method: what went in and what .NET made of it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Before">The struct's bytes before.</param>
/// <param name="After">And after.</param>
public sealed record Run(string Method, byte[] Before, byte[] After);

/// <summary>A method that computes something else in the kernel.</summary>
/// <param name="Method">The method.</param>
/// <param name="Details">Where they differ.</param>
public sealed record Disagreement(string Method, string Details);

/// <summary>Runs schedulers both ways and compares bit for bit.</summary>
public static class Comparer
{
    /// <summary>How often each method is run.</summary>
    public const int RunsOfEach = 24;

    /// <summary>What .NET computes: every method on boundary and random inputs, the scheduler's fields going on from run to run.</summary>
    public static IReadOnlyList<Run> RunUnderNet(CompiledScheduler scheduler, IEnumerable<string> methods, ulong seed)
    {
        var dice = new Dice(seed);
        var runs = new List<Run>();
        foreach (string method in methods)
        {
            for (int i = 0; i < RunsOfEach; i++)
            {
                var inputs = Inputs.Random(dice);
                byte[] before = MemoryMarshal.AsBytes(new Span<Inputs>(ref inputs)).ToArray();
                byte[] after = [.. before];
                scheduler.Drive(scheduler.Instance, method, after);
                runs.Add(new Run(method, before, after));
            }
        }
        return runs;
    }

    /// <summary>The methods on which the interpreter comes to something else.</summary>
    public static IReadOnlyList<Disagreement> Interpret(CompiledScheduler scheduler, IEnumerable<Run> runs)
    {
        var machine = new BpfMachine(scheduler.Object, scheduler.Module);
        return Compare(runs, (method, bytes) => machine.Run(method, bytes));
    }

    /// <summary>Compares runs with those of something that runs the object.</summary>
    public static IReadOnlyList<Disagreement> Compare(IEnumerable<Run> runs, RunProgram run)
    {
        var disagreements = new List<Disagreement>();
        foreach (var expected in runs)
        {
            byte[] bytes = [.. expected.Before];
            string? fault = null;
            try
            {
                run(expected.Method, bytes);
            }
            catch (BpfFault stopped)
            {
                fault = stopped.Message;
            }
            if (fault is null && bytes.AsSpan().SequenceEqual(expected.After))
                continue;
            disagreements.Add(new Disagreement(expected.Method, Describe(expected, bytes, fault)));
            // The scheduler's fields go on from run to run, so what follows is no news.
            break;
        }
        return disagreements;
    }

    static string Describe(Run run, byte[] got, string? fault)
    {
        string inputs = Text(run.Before);
        return fault is not null ? $"{fault}, given {inputs}" : $"given {inputs}\n  .NET: {Text(run.After)}\n  BPF:  {Text(got)}";
    }

    static string Text(byte[] bytes)
    {
        object inputs = MemoryMarshal.Read<Inputs>(bytes);
        return string.Join(" ", typeof(Inputs).GetFields().Where(f => !f.IsStatic && !f.IsLiteral).Select(f => $"{f.Name}={f.GetValue(inputs)}"));
    }
}

/// <summary>Runs a program on bytes, in place.</summary>
public delegate void RunProgram(string method, byte[] bytes);
