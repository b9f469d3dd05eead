[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong games;

    public override void Running(TaskStruct p)
    {
        if (p.Comm.ToString() != "steam")
            games++;
    }
}
