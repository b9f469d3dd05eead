namespace Scx.Run;

/// <summary>Where <c>--log</c> puts the verifier's logs.</summary>
static class LogFile
{
    /// <summary>Writes the programs' logs, each after a line with the program's name.</summary>
    public static void Write(string path, IEnumerable<(string Program, string Log)> logs)
    {
        string text = string.Concat(logs.Select(log => $"==== {log.Program}\n{log.Log.TrimEnd()}\n"));
        if (path == "-")
        {
            Console.Error.Write(text);
            return;
        }

        try
        {
            File.WriteAllText(path, text);
            Terminal.Say($"The verifier's log is in {path}.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Terminal.Error($"--log: {failure.Message}");
        }
    }
}
