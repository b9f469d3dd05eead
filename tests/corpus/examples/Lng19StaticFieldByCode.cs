[SchedExtOps("t")]
public sealed class T : Scheduler
{
    static readonly ulong start = (ulong)Environment.TickCount64; //~ SCX1021
    ulong vtimeNow;

    public override void Running(TaskStruct p) => vtimeNow = start;
}
