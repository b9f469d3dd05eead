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

        Terminal.Error(error.Message);
        if (error.Details.Length > 0 && !line.Debug)
            Terminal.Say(error.Details);
    }

    static void PrintRejection(VerifierRejectedException refused, CommandLine line)
    {
        var (reason, location, suggestion) = refused.Rejection;
        if (location is null)
        {
            Terminal.Error(refused.Message);
        }
        else
        {
            Terminal.ErrorAt(location.ToString(), reason);
            if (location.Text.Length > 0)
                Terminal.Say($"    {location.Text}");
        }

        if (suggestion.Length > 0)
            Terminal.Say($"suggestion: {suggestion}");
        Terminal.Say($"The kernel's verifier refuses the callback {refused.Callback} ({refused.Program}).");
        if (line.LogFile is null)
            Terminal.Say("--log FILE writes the verifier's full log (--log - prints it).");
        else
            LogFile.Write(line.LogFile, [(refused.Program, refused.Log)]);
    }
}
