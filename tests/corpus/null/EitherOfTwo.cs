[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Vtime; public uint Runs; }
    readonly HashMap<int, Context> tasks = new(1024);
    readonly HashMap<int, Context> groups = new(64);

    public override void Running(TaskStruct p)
    {
        var context = tasks.Find(p.Pid) ?? groups.Find(p.Tgid);
        if (context is null)
            return;
        context.Value.Runs++;
    }
}
