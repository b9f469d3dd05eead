[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Tick(TaskStruct p)
    {
        vtimeNow = TaskCgroup(p).Kn.Id; //~ SCX3004
    }
}
