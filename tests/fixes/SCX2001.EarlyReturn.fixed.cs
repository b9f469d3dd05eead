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
        total++;
        if (context is null)
            return;
        context.Value.Runs++;
    }
}
