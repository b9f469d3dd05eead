[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [Tunable("One")]
    readonly uint sliceUs;

    [Tunable("Another")]
    readonly uint SliceUs; //~ SCX6013

    ulong sum;

    public override void Running(TaskStruct p) => sum += sliceUs + SliceUs;
}
