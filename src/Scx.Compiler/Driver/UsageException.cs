namespace Scx.Compiler.Driver;

/// <summary>A command line that means nothing.</summary>
/// <param name="message">What is wrong with it.</param>
internal sealed class UsageException(string message) : Exception(message);
