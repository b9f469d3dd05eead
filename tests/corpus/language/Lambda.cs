[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int band;

    public override void Running(TaskStruct p)
    {
        Func<int, int> twice = n => 2 * n; //~ SCX1003
        band = twice(p.Pid);
    }
}
