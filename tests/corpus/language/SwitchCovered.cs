[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int band;

    public override void Running(TaskStruct p)
    {
        band = p.Pid switch
        {
            0 => 1,
            > 0 and < 300 => 2,
            _ => 3,
        };
    }
}
