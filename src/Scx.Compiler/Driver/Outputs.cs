using System.Collections.Immutable;
using System.Text;

namespace Scx.Compiler.Driver;

/// <summary>The files of one run: all of them are there after it, or none.</summary>
/// <param name="line">Where they go.</param>
internal sealed class Outputs(CommandLine line)
{
    /// <summary>Whether the results are for reading on the terminal or in a pipe.</summary>
    bool ToStandardOutput => line.Output is null && line.Emit != EmitKind.Object;

    /// <exception cref="UsageException">One file is named for several schedulers.</exception>
    /// <exception cref="EnvironmentException">A file cannot be written.</exception>
    public void Write(IReadOnlyList<(string Scheduler, byte[] Content)> results)
    {
        if (ToStandardOutput)
        {
            using var stdout = Console.OpenStandardOutput();
            foreach (var (_, content) in results)
                stdout.Write(content);
            return;
        }
        if (results.Count > 1 && line.Output is not null && !line.OutputIsDirectory)
            throw new UsageException(
                $"'{line.Output}' is one file, but there are schedulers {string.Join(", ", results.Select(r => r.Scheduler))}; choose one with --scheduler, or name a directory");
        RemoveEarlier([]);
        foreach (var (scheduler, content) in results)
            FileText.Write(PathOf(scheduler), content);
        if (line.ListOutputs is { } list)
            FileText.Write(list, Encoding.UTF8.GetBytes(string.Concat(results.Select(r => PathOf(r.Scheduler) + "\n"))));
    }

    /// <summary>Removes what an earlier run left, so that nobody runs an object that does not stand for the source.</summary>
    /// <param name="schedulers">Names that the source still mentions.</param>
    public void RemoveEarlier(ImmutableArray<string> schedulers)
    {
        if (line.ListOutputs is { } list && File.Exists(list))
        {
            foreach (string earlier in FileText.ReadLines(list))
                FileText.Delete(earlier);
            FileText.Delete(list);
        }
        if (ToStandardOutput)
            return;
        if (line.Output is not null && !line.OutputIsDirectory)
            FileText.Delete(line.Output);
        else
            foreach (string scheduler in schedulers)
                FileText.Delete(PathOf(scheduler));
    }

    string PathOf(string scheduler)
    {
        string name = Emitter.FileName(scheduler, line.Emit);
        return line.Output is not { } output ? name : line.OutputIsDirectory ? Path.Combine(output, name) : output;
    }
}
