[SchedExtOps("example", TimeoutMs = 60000)]
public sealed class Example : Scheduler //~ SCX0013
{
    ulong running;

    public override void Running(TaskStruct p) => running++;
}
