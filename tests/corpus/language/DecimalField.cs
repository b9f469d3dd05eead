[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    float share; //~ SCX1008
    public override void Tick(TaskStruct p) => vtimeNow++;
}
