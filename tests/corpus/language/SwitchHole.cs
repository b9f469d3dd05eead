[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int band;

    public override void Running(TaskStruct p)
    {
        band = p.Pid switch //~ SCX1006
        {
            0 => 1,
            1 => 2,
        };
    }
}
