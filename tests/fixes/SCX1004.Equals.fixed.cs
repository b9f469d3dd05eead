[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong games;

    public override void Running(TaskStruct p)
    {
        if (!p.Comm.Equals("steam"u8))
            games++;
    }
}
