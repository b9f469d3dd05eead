[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext { public ulong Vtime; }

    readonly HashMap<int, TaskContext> tasks = new(1024);

    public override void Running(TaskStruct p)
    {
        var context = tasks.Find(p.Pid);
        context!.Value.Vtime++; //~ SCX2001
    }
}
