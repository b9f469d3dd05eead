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
        last!.Value.Vtime++; //~ SCX2001
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        Ref<TaskContext>? last = null;
        int found = -1;
        for (int i = 0; i < 100; i++)
        {
            var context = tasks.Find(p.Pid + i);
            if (context is null)
                continue;
            last = context;
            found = i;
            break;
        }
        if (found >= 0)
            last!.Value.Vtime++;
    }
}
