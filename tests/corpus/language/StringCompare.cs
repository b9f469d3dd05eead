[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        if (p.Comm.ToString() == "stress") //~ SCX1004
            vtimeNow++;
    }
}
