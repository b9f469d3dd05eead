[SchedExtOps("t", License = "MIT")] //~ SCX0015
public sealed class T : Scheduler
{
}
