[SchedExtOps("example")]
public sealed class Example : Scheduler
{
    TaskStruct? last; //~ SCX6011

    public override void Running(TaskStruct p) => last = p;
}
