[SchedExtOps("..")]
public sealed class T : Scheduler //~ SCX0011
{
}
