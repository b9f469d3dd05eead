[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext { public ulong Vtime; }

    readonly HashMap<int, TaskContext> tasks = new(1024);

    public override void Running(TaskStruct p)
    {
        var context = tasks.Find(p.Pid);
        if (context is null)
        {
            TaskContext fresh = default;
            tasks.Update(p.Pid, fresh);
            context = tasks.Find(p.Pid);
        }
        context!.Value.Vtime++; //~ SCX2001
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var context = tasks.Find(p.Pid);
        if (context is null)
        {
            TaskContext fresh = default;
            tasks.Update(p.Pid, fresh);
            context = tasks.Find(p.Pid);
            if (context is null)
                return;
        }
        context.Value.Vtime++;
    }
}
