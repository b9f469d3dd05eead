[SchedExtOps("t")]
public sealed class T : Scheduler
{
    static ulong count;

    public override void Running(TaskStruct p) => count++; //~ SCX1021
}
