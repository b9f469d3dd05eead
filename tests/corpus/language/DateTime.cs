[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Tick(TaskStruct p) => vtimeNow = (ulong)DateTime.UtcNow.Ticks; //~ SCX1010
}
