[SchedExtOps("t", Flags = OpsFlags.EnqLast)] //~ SCX7010
public sealed class T : Scheduler;
