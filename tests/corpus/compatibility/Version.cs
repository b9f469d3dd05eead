[SchedExtOps("t", MinimumKernel = "newest")] //~ SCX8004
public sealed class T : Scheduler;

[SchedExtOps("u", MinimumKernel = "5.15")] //~ SCX8004
public sealed class U : Scheduler;
