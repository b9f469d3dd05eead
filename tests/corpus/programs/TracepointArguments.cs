[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong count;

    [TracepointBtf("sched_switch")] void Whole(bool preempt, TaskStruct prev, TaskStruct next, uint state) => count += state;
    [TracepointBtf("sched_switch")] void Fewer(bool preempt) => count++;
    [TracepointBtf("sched_switch")] void AsNumbers(int preempt, ulong prev, nint next) => count = prev;
    [TracepointBtf("sched_pi_setprio")] void Inherited(TaskStruct p, TaskStruct? donor) => count += donor is null ? 0 : (ulong)donor.Pid;
    [TracepointBtf("sched_kthread_work_execute_end")] void Worked(ulong work, ulong function) => count++;
    [TracepointBtf("sched_overutilized_tp")] void Overutilized(ulong domain, bool overutilized) => count++;
    [TracepointBtf("hrtimer_start")] void NotInTheBindings(ulong timer, int mode) => count += (ulong)mode;

    // Kernels before 6.17 have another argument, which is not looked at.
    [TracepointBtf("sched_entry_tp")] void Entered(bool preempt, ulong address) => count += preempt ? 1u : 0;
}
