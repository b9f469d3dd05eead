namespace Scx.Run;

/// <summary>The command line does not make sense.</summary>
sealed class UsageException(string message) : Exception(message);
