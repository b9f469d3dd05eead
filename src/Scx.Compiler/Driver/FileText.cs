using Microsoft.CodeAnalysis.Text;

namespace Scx.Compiler.Driver;

/// <summary>Files, with failures that name the file.</summary>
internal static class FileText
{
    /// <exception cref="EnvironmentException">It cannot be read.</exception>
    public static string[] ReadLines(string path) => Try(path, "read", () => File.ReadAllLines(path));

    /// <exception cref="EnvironmentException">It cannot be read.</exception>
    public static SourceText ReadSource(string path) => Try(path, "read", () =>
    {
        using var stream = File.OpenRead(path);
        return SourceText.From(stream);
    });

    /// <summary>Writes a file as a whole or not at all.</summary>
    /// <exception cref="EnvironmentException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> content) => Try(path, "written", () =>
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string unfinished = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = File.Create(unfinished))
                stream.Write(content.Span);
            File.Move(unfinished, full, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
        return true;
    });

    /// <summary>Removes a file that may not exist.</summary>
    /// <exception cref="EnvironmentException">It cannot be removed.</exception>
    public static void Delete(string path) => Try(path, "removed", () =>
    {
        // Not a device such as /dev/null that somebody gave as the output.
        if (File.Exists(path) && (File.GetAttributes(path) & FileAttributes.Device) == 0)
            File.Delete(path);
        return true;
    });

    static T Try<T>(string path, string verb, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentException($"'{path}' cannot be {verb}: {e.Message}");
        }
    }
}
