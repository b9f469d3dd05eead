[SchedExtOps("example")]
public sealed class Example : Scheduler
{
    DateTime started; //~ SCX1030

    public override void Running(TaskStruct p) => started = default;
}
