namespace Scx.Runtime;

/// <summary>This process may not load or attach schedulers.</summary>
public sealed class PermissionException : SchedulerException
{
    internal PermissionException(string message, string? details = null) : base(message, details)
    {
    }
}
