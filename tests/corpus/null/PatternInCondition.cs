[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Vtime; public uint Runs; }
    readonly HashMap<int, Context> tasks = new(1024);

    public override void Running(TaskStruct p)
    {
        if (tasks.Find(p.Pid) is { } context && context.Value.Runs > 3)
            context.Value.Runs = 0;
    }
}
