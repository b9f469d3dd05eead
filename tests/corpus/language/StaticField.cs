[SchedExtOps("t")]
public sealed class T : Scheduler
{
    static ulong count; //~ SCX1021

    public override void Running(TaskStruct p) => count++;
}
