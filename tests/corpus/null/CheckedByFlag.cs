[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext { public ulong Vtime; }

    readonly HashMap<int, TaskContext> tasks = new(1024);
    ulong total;

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var context = tasks.Find(p.Pid);
        int found = 0;
        if (context is not null)
            found = 1;
        total++;
        if (found == 1)
            context!.Value.Vtime++;
    }
}
