using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>The kernel refused an operation on a map for another reason than that it is full or has no such entry.</summary>
public sealed class MapOperationException : SchedulerException
{
    internal MapOperationException(string map, string operation, int errno)
        : base($"{operation} on map '{map}' failed: {ErrorNumber.Describe(errno)}") => (Map, Errno) = (map, errno);

    /// <summary>The map.</summary>
    public string Map { get; }

    /// <summary>The error number.</summary>
    public int Errno { get; }
}
