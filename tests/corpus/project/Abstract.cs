[SchedExtOps("example")]
public abstract class Example : Scheduler //~ SCX0014
{
    ulong running;

    public override void Running(TaskStruct p) => running++;
}
