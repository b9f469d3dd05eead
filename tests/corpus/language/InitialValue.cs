[SchedExtOps("example")]
public sealed class Example : Scheduler
{
    int tasks = Environment.ProcessorCount; //~ SCX1014

    public override void Running(TaskStruct p) => tasks++;
}
