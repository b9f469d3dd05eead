using Scx.Diagnostics;
using Scx.Runtime;

namespace Scx.Run;

/// <summary>Tells people about an error: first where and what, then how to learn more.</summary>
static class ErrorReport
{
    /// <summary>Prints it.</summary>
    public static void Print(SchedulerException error, CommandLine line)
    {
        if (error is VerifierRejectedException refused)
        {
            PrintRejection(refused, line);
            return;
        }

        if (error is MissingKernelSymbolException missing)
        {
            PrintMissing(missing, line);
            return;
        }

        if (Finding(error) is { } finding)
            FindingPrinter.Print(finding);
        else
            Terminal.Error(error.Message);
        if (error.Details.Length > 0 && !line.Debug)
            Terminal.Say(error.Details);
    }

    /// <summary>What loading or attaching failed for, if libbpf's or the kernel's words are known.</summary>
    static LogFinding? Finding(SchedulerException error) => error is MapCreationException
        ? new LogFinding("SCX9029", error.Message, FixOf("SCX9029"), error.Message)
        : error is SchedulerLoadException or AttachException
        ? error.Details.Split('\n').Append($"scx-run: error: {error.Message}").Select(KernelLog.ReadError).FirstOrDefault(found => found is not null)
        : null;

    static string FixOf(string id) => KernelRefusals.All.First(refusal => refusal.Id == id).Fix;

    static void PrintMissing(MissingKernelSymbolException missing, CommandLine line)
    {
        FindingPrinter.Print(new LogFinding("SCX9032", missing.Message, FixOf("SCX9032"), missing.Message)
        {
            Place = missing.Location,
        });
        if (missing.Log.Length > 0 && line.LogFile is not null)
            LogFile.Write(line.LogFile, [(string.Join(' ', missing.Symbols), missing.Log)]);
        else if (missing.Details.Length > 0 && !line.Debug)
            Terminal.Say(missing.Details);
    }

    static void PrintRejection(VerifierRejectedException refused, CommandLine line)
    {
        if (refused.Finding is { } finding)
            FindingPrinter.Print(finding);
        else
            Terminal.Error(refused.Message);
        Terminal.Say($"The kernel's verifier refuses the callback {refused.Callback} ({refused.Program}){(refused.Finding is { } said ? $": {said.KernelWords}" : "")}.");
        if (line.LogFile is null)
            Terminal.Say("--log FILE writes the verifier's full log (--log - prints it).");
        else
            LogFile.Write(line.LogFile, [(refused.Program, refused.Log)]);
    }
}
