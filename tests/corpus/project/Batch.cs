[SchedExtOps("t", DispatchMaxBatch = 3000000000)]
public sealed class T : Scheduler //~ SCX0016
{
}
