[SchedExtOps("null_value")]
public sealed class NullValue : Scheduler
{
    struct TaskContext
    {
        public ulong Runs;
    }

    readonly HashMap<int, TaskContext> tasks = new(1024);

    public override void Running(TaskStruct p)
    {
        var context = tasks.Find(p.Pid);
        context!.Value.Runs++;
    }
}
//= SCX9001 14
