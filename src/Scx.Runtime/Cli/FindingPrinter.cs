using Scx.Diagnostics;

namespace Scx.Run;

/// <summary>Says what the kernel's words mean, in the form that compilers have.</summary>
static class FindingPrinter
{
    /// <summary>Prints it; the source line and what explains it are indented below.</summary>
    public static void Print(LogFinding finding)
    {
        if (finding.Place is { } place)
            Terminal.ErrorAt(place.ToString(), finding.Id, finding.Message);
        else
            Terminal.Error(finding.Id, finding.Message);
        if (finding.Place is { Text.Length: > 0 } quoted)
            Terminal.Say($"    {quoted.Text}");
        foreach (var (related, role) in finding.Related)
            Terminal.Say($"  {related}: {role}{(related.Text.Length > 0 ? $"\n    {related.Text}" : "")}");
        Terminal.Say($"  fix: {finding.Fix}");
        Terminal.Say($"  more: scx-run --explain {finding.Id}");
        if (finding.IsMissed)
            Terminal.Say("  The compiler should have found this. Please report it with the source.");
    }
}
