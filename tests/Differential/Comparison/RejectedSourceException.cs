namespace Scx.Differential.Comparison;

/// <summary>A compiler refuses what the generator holds to be right: either of them is wrong.</summary>
public sealed class RejectedSourceException(string message) : Exception(message);
