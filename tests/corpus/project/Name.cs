[SchedExtOps("my scheduler")] //~ SCX0011
public sealed class Example : Scheduler
{
    ulong running;

    public override void Running(TaskStruct p) => running++;
}
