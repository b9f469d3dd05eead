using Scx.Runtime;
using Scx.Runtime.Verification;

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

        if (error is MissingKernelSymbolException { Location: { } location } missing)
        {
            PrintPlace(location, missing.Message);
            if (line.LogFile is not null)
                LogFile.Write(line.LogFile, [(string.Join(' ', missing.Symbols), missing.Log)]);
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
            PrintPlace(location, reason);
        }

        if (suggestion.Length > 0)
            Terminal.Say($"suggestion: {suggestion}");
        Terminal.Say($"The kernel's verifier refuses the callback {refused.Callback} ({refused.Program}).");
        if (line.LogFile is null)
            Terminal.Say("--log FILE writes the verifier's full log (--log - prints it).");
        else
            LogFile.Write(line.LogFile, [(refused.Program, refused.Log)]);
    }

    static void PrintPlace(SourceLocation location, string text)
    {
        Terminal.ErrorAt(location.ToString(), text);
        if (location.Text.Length > 0)
            Terminal.Say($"    {location.Text}");
    }
}
