[SchedExtOps("t", MinimumKernel = "6.17")]
public sealed class T : Scheduler
{
    ulong count;

    [TracepointBtf("sched_entry_tp")] void Address(bool preempt, ulong address) => count++; //~ SCX4010
    [TracepointBtf("sched_set_need_resched_tp")] void Asked(TaskStruct p, int cpu, int bit) => count++;
}
