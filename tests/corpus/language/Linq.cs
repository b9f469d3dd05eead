[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int lastPid;

    public override void Tick(TaskStruct p)
    {
        Func<int, int> twice = x => x * 2; //~ SCX1003
        lastPid = twice(p.Pid);
    }
}
