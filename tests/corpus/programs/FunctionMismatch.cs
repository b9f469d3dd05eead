[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong count;

    [FunctionEntry("try_to_wake_up")] void Shifted(uint state, TaskStruct p) => count++; //~ SCX4010
    [FunctionEntry("do_exit")] void TooMany(long code, TaskStruct p) => count++; //~ SCX4010
    [FunctionEntry("set_user_nice")] void Another(Cgroup group) => count++; //~ SCX4010
    [FunctionEntry("cgroup_attach_task")] void Narrow(uint group) => count++; //~ SCX4010
    [FunctionExit("futex_wait")] void TooEarly(ulong address, uint flags, uint value, int result) => count++; //~ SCX4010
    [FunctionExit("do_exit")] void NoResult(long code, int result) => count++; //~ SCX4010

    [FunctionEntry("try_to_wake_up")] void Woken(TaskStruct p, uint state) => count++;
    [FunctionExit("try_to_wake_up")] void Awake(TaskStruct p, uint state, int flags, int success) => count++;
    [FunctionExit("set_cpus_allowed_ptr")] void Moved(TaskStruct p, Cpumask mask, int result) => count++;
    [FunctionEntry("futex_wake")] void OfSomeKernel(ulong address, uint flags, ulong process, int most) => count++;
    [FunctionEntry("vfs_read")] void NotKnown(int file, TaskStruct p) => count++;
}
