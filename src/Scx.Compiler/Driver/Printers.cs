using System.Collections.Immutable;

namespace Scx.Compiler.Driver;

/// <summary>Finds out who reads the messages.</summary>
internal static class Printers
{
    /// <summary>Shows the messages of a compilation: on standard error, since standard output may carry the result (MSBuild reads both), or as SARIF.</summary>
    public static void Show(CommandLine line, ImmutableArray<Message> messages, Func<string, int, string?> source)
    {
        if (line.Format == MessageFormat.Sarif)
        {
            SarifWriter.Write(Console.OpenStandardOutput(), messages);
            return;
        }
        var printer = Make(line, Console.Error, Console.IsErrorRedirected, source);
        foreach (var message in messages)
            printer.Print(message);
    }

    /// <summary>For messages that are what was asked for.</summary>
    public static MessagePrinter ForStandardOutput(CommandLine line, Func<string, int, string?> source) =>
        Make(line, Console.Out, Console.IsOutputRedirected, source);

    static MessagePrinter Make(CommandLine line, TextWriter to, bool redirected, Func<string, int, string?> source)
    {
        bool terminal = !redirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        bool color = terminal && line.Color && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new(to, terminal, color, source);
    }
}
