[BpfObject("example")]
public sealed class Example : Scheduler //~ SCX0017
{
    ulong wakeups;

    [TracepointBtf("sched_wakeup")]
    void OnWakeup(TaskStruct p) => wakeups++;
}
