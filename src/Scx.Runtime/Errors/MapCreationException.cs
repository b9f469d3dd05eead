using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>The kernel would not make one of the scheduler's maps.</summary>
public sealed class MapCreationException : SchedulerException
{
    internal MapCreationException(string map, string shape, int errno, string? details) : base(
        $"the kernel cannot make the map '{map}'{shape}: {Reason(errno)}", details) => (Map, Errno) = (map, errno);

    /// <summary>The map, by the name of the scheduler's field.</summary>
    public string Map { get; }

    /// <summary>The error number.</summary>
    public int Errno { get; }

    static string Reason(int errno) => errno switch
    {
        ErrorNumber.ArgumentListTooLong => "it is larger than maps of its kind can be",
        ErrorNumber.OutOfMemory => "it takes more memory than there is",
        ErrorNumber.Invalid => "it has a size that maps of its kind cannot have, or this kernel lacks the kind",
        _ => ErrorNumber.Describe(errno),
    };
}
