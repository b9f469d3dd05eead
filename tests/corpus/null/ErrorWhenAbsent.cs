[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Vtime; public uint Runs; }
    readonly HashMap<int, Context> tasks = new(1024);

    public override void Running(TaskStruct p)
    {
        if (!tasks.TryGet(p.Pid, out var context))
        {
            Error($"{p.Pid} was never enqueued");
            return;
        }
        context.Value.Runs++;
    }
}
