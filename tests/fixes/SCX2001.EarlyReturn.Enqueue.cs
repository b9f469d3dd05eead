[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext
    {
        public ulong Runs;
    }

    readonly HashMap<int, TaskContext> tasks = new(1024);
    ulong total;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        var context = tasks.Find(p.Pid);
        context!.Value.Runs++;
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}
