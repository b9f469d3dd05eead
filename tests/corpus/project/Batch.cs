[SchedExtOps("t", DispatchMaxBatch = 3000000000)] //~ SCX0016
public sealed class T : Scheduler
{
}
