using Microsoft.CodeAnalysis.Text;

namespace Scx.Compiler.Driver;

/// <summary>Finds out who reads the messages.</summary>
internal static class Printers
{
    /// <summary>Standard error, since standard output may carry the result. MSBuild reads both.</summary>
    public static MessagePrinter ForStandardError(CommandLine line, Func<string, SourceText?> source)
    {
        bool terminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        bool color = terminal && line.Color && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new(Console.Error, terminal, color, source);
    }
}
