namespace Scx.Runtime;

/// <summary>A map or variable does not exist in the scheduler, or is not of the shape that is asked for.</summary>
public sealed class MapMismatchException : SchedulerException
{
    internal MapMismatchException(string name, string message) : base(message) => Name = name;

    /// <summary>The map or variable.</summary>
    public string Name { get; }
}
