[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [TracepointBtf("sched_wakeup")]
    void OnWakeup(TaskStruct p)
    {
        if (p.Scx.Weight > 1000)
            p.Scx.Slice = 5; //~ SCX2020
    }
}
