[SchedExtOps("example")]
public sealed class First : Scheduler
{
}

[SchedExtOps("example")]
public sealed class Second : Scheduler //~ SCX0012
{
}
