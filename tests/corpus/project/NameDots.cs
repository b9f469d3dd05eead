[SchedExtOps("..")] //~ SCX0011
public sealed class T : Scheduler
{
}
