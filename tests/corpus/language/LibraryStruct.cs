[SchedExtOps("example")]
public sealed class Example : Scheduler
{
    DateTime started; //~ SCX1000

    public override void Running(TaskStruct p) => started = default;
}
