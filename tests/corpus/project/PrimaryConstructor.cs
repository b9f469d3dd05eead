[SchedExtOps("t")]
public sealed class T(ulong start) : Scheduler //~ SCX1022
{
    ulong count;

    public override void Running(TaskStruct p) => count += start;
}
