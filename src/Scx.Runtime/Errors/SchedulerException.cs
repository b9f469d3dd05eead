namespace Scx.Runtime;

/// <summary>
/// Something outside the program stops a scheduler from being opened, loaded, attached or talked to. The message is made for the person at
/// the terminal; each derived type carries what it is about as data.
/// </summary>
public abstract class SchedulerException : Exception
{
    private protected SchedulerException(string message, string? details = null, Exception? inner = null) : base(message, inner) =>
        Details = details ?? "";

    /// <summary>What libbpf or the kernel had to say, word for word; may be empty and may have many lines.</summary>
    public string Details { get; }
}
