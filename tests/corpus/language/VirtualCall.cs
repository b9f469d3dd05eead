[SchedExtOps("example")]
public sealed class Example : Scheduler
{
    int last;

    public override void Running(TaskStruct p) => last = p.GetHashCode(); //~ SCX1007
}
