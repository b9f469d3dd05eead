[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext { public ulong Vtime; }

    readonly HashMap<int, TaskContext> tasks = new(1024);

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var context = tasks.Find(p.Pid);
        if (runnable && context is null)
            return;
        context!.Value.Vtime++; //~ SCX2001
    }
}
