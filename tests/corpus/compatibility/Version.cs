[SchedExtOps("t", MinimumKernel = "newest")]
public sealed class T : Scheduler; //~ SCX8004

[SchedExtOps("u", MinimumKernel = "5.15")]
public sealed class U : Scheduler; //~ SCX8004
