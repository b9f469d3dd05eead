[SchedExtOps("t", License = "MIT")]
public sealed class T : Scheduler //~ SCX0015
{
}
