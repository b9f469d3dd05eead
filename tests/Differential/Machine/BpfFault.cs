namespace Scx.Differential.Machine;

/// <summary>The program did what the kernel would never have let it do.</summary>
public sealed class BpfFault(string message) : Exception(message);
