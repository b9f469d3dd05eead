[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    string name = "x"; //~ SCX1004
    public override void Tick(TaskStruct p) => vtimeNow++;
}
