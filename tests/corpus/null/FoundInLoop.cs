[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext { public ulong Vtime; }

    readonly HashMap<int, TaskContext> tasks = new(1024);

    public override void Running(TaskStruct p)
    {
        Ref<TaskContext>? last = null;
        for (int i = 0; i < 8; i++)
        {
            var context = tasks.Find(p.Pid + i);
            if (context is null)
                break;
            last = context;
        }
        if (last is not null)
            last.Value.Vtime++;
    }
}
