[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong count;

    [TracepointBtf("sched_switch")] void Shifted(TaskStruct prev, TaskStruct next) => count++; //~ SCX4010
    [TracepointBtf("sched_switch")] void TooMany(bool preempt, TaskStruct prev, TaskStruct next, uint state, int more) => count++; //~ SCX4010
    [TracepointBtf("sched_switch")] void TooNarrow(bool preempt, int prev) => count++; //~ SCX4010
    [TracepointBtf("sched_wakeup")] void Another(Cgroup group) => count++; //~ SCX4010
    [TracepointBtf("sched_process_wait")] void Pid(TaskStruct p) => count++; //~ SCX4010
    [TracepointBtf("sched_kthread_stop_ret")] void Number(TaskStruct p) => count++; //~ SCX4010
    [TracepointBtf("sched_pi_setprio")] void Inherited(TaskStruct p, TaskStruct donor) => count++; //~ SCX4010
}
