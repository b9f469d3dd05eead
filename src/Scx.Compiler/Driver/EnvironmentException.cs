namespace Scx.Compiler.Driver;

/// <summary>Something outside the source that scxc cannot do without: a file, a library.</summary>
/// <param name="message">What is missing and where it was looked for.</param>
internal sealed class EnvironmentException(string message) : Exception(message);
