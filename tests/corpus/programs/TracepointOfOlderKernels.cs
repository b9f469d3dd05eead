[SchedExtOps("t", MinimumKernel = "6.16")]
public sealed class T : Scheduler
{
    ulong count;

    [TracepointBtf("sched_entry_tp")] void Entered(bool preempt) => count++;
    [TracepointBtf("sched_entry_tp")] void Address(bool preempt, ulong address) => count++; //~ SCX4010
    [TracepointBtf("task_newtask")] void Made(TaskStruct p, ulong flags) => count++;
}
