[SchedExtOps("my scheduler")]
public sealed class Example : Scheduler //~ SCX0011
{
    ulong running;

    public override void Running(TaskStruct p) => running++;
}
