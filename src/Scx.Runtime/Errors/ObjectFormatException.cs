namespace Scx.Runtime;

/// <summary>A file is missing, or is neither an object with a scheduler in it nor one of programs.</summary>
public sealed class ObjectFormatException : SchedulerException
{
    internal ObjectFormatException(string path, string reason, string? details = null) : base($"{path}: {reason}", details) =>
        (Path, Reason) = (path, reason);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it, without the name of the file.</summary>
    public string Reason { get; }
}
