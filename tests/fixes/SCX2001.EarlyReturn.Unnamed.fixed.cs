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
        var found = tasks.Find(p.Pid);
        if (found is null)
            return;
        found.Value.Runs++;
    }
}
