[SchedExtOps("example")]
public sealed class Example : Scheduler
{
    bool same;

    public override void Running(TaskStruct p) => same = typeof(int).IsEnum; //~ SCX1016
}
