namespace Scx.Scenarios;

/// <summary>Nothing but a name: the kernel does all.</summary>
[SchedExtOps("minimal")]
public sealed class Minimal : Scheduler;
