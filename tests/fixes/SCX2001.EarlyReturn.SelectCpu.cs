[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext
    {
        public ulong Runs;
    }

    readonly HashMap<int, TaskContext> tasks = new(1024);
    ulong total;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        var context = tasks.Find(p.Pid);
        context!.Value.Runs++;
        return prevCpu;
    }
}
