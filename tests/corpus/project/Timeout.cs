[SchedExtOps("example", TimeoutMs = 60000)] //~ SCX0013
public sealed class Example : Scheduler
{
    ulong running;

    public override void Running(TaskStruct p) => running++;
}
