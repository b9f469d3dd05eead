[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext { public ulong Vtime; }

    readonly HashMap<int, TaskContext> tasks = new(1024);

    public override void Running(TaskStruct p)
    {
        if (tasks.TryGet(p.Pid, out var context))
            context.Value.Vtime++;
        if (tasks.Find(p.Pid) is { } found)
            found.Value.Vtime++;
        var third = tasks.Find(p.Pid);
        if (third is null)
            return;
        third.Value.Vtime++;
    }
}
