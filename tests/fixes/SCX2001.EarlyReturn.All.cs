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
        context!.Value.Runs++;
    }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        var context = tasks.Find(p.Pid);
        context!.Value.Runs++;
    }
}
