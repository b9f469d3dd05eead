[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Vtime; public uint Runs; }
    readonly HashMap<int, Context> tasks = new(1024);

    public override void Running(TaskStruct p)
    {
        var context = tasks.Find(p.Pid);
        if (context is null)
        {
            tasks.Update(p.Pid, default);
            context = tasks.Find(p.Pid);
            if (context is null)
                return;
        }
        context.Value.Runs++;
    }
}
