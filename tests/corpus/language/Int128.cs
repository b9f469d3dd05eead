[SchedExtOps("example")]
public sealed class Example : Scheduler
{
    UInt128 total; //~ SCX1017

    public override void Running(TaskStruct p) => total = 0;
}
