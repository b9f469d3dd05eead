namespace Scx.Runtime;

/// <summary>A tunable does not exist or cannot have that value.</summary>
public sealed class TunableException : SchedulerException
{
    internal TunableException(string name, string? value, string message) : base(message) => (Name, Value) = (name, value);

    /// <summary>The tunable that was meant.</summary>
    public string Name { get; }

    /// <summary>The value that it cannot have; null if there is no such tunable.</summary>
    public string? Value { get; }
}
