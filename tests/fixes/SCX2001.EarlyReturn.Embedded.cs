[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext
    {
        public ulong Runs;
    }

    readonly HashMap<int, TaskContext> tasks = new(1024);
    ulong total;

    public override void Running(TaskStruct p)
    {
        var context = tasks.Find(p.Pid);
        // Only the first.
        if (total == 0)
            context!.Value.Runs++;
        total++;
    }
}
