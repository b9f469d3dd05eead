[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Tick(TaskStruct p)
    {
        if (p.IsUnder(TaskCgroup(p))) //~ SCX3004
            vtimeNow++;
    }
}
